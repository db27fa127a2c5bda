from django.urls import path

from regions.views import review

urlpatterns = [
    path("<int:pk>/review/", review.report_review, name="report-review"),
    path("<int:pk>/review/start/", review.review_begin, name="review-begin"),
    path("<int:pk>/review/end/", review.review_put_back, name="review-put-back"),
]
