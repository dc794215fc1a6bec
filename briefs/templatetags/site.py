"""What every page says of the site itself."""

from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page as Paged
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def clinic_name() -> str:
    """Give the clinic's name, as the settings have it."""
    return settings.CLINIC_NAME


@register.simple_tag
def canonical(path: str, page: Paged | None = None, query: str = "") -> str:
    """Give the one address of what is shown, for the head of the page: of a long list, of this `page` of it.

    `query` is what of the address was understood; whatever else it held is not repeated.
    """
    asked = [part for part in (query, f"page={page.number}" if page and page.number > 1 else "") if part]
    address = f"{path}?{'&'.join(asked)}" if asked else path
    return format_html('<link rel="canonical" href="{}{}">', settings.SITE_URL, address)


@register.simple_tag(takes_context=True)
def current_section(context: dict[str, Any], section: str) -> str:
    """Give the attribute that marks the section of the site the page stands in, or nothing."""
    request = context.get("request")
    here = request.path if request else ""
    return format_html(' aria-current="{}"', "true") if here.startswith(f"/{section}/") else ""
