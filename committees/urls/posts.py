from django.urls import path

from committees.views import posts

urlpatterns = [
    path("regions/<slug:code>/posts/", posts.region_posts, name="region-posts"),
    path("regions/<slug:code>/posts/<slug:role>/new/", posts.post_create, name="post-create"),
    path(
        "provinces/<str:code>/posts/new/", posts.province_post_create, name="province-post-create"
    ),
    path("centre/posts/", posts.centre_posts, name="centre-posts"),
    path("centre/posts/<slug:role>/new/", posts.centre_post_create, name="centre-post-create"),
    path("posts/<int:pk>/replacement/", posts.post_replacement, name="post-replacement"),
    path("posts/<int:pk>/discharge/", posts.post_discharge, name="post-discharge"),
]
