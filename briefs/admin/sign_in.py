"""Signing in to the desk: Django's form, in the desk's words."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm


class SignInForm(AdminAuthenticationForm):
    """Who was refused need not be staff, as Django's own sentence has it, but a member of the clinic."""

    error_messages = AdminAuthenticationForm.error_messages | {
        "invalid_login": "The username or the password is not right, or the account opens no desk. "
        "Capital letters count in both.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


admin.site.login_form = SignInForm
