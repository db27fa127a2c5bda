from django.urls import path

from regions.views import reminders

urlpatterns = [path("reminders/", reminders.reminder_list, name="reminder-list")]
