from django import forms
from django.utils.translation import gettext_lazy as _

from committees.actions.orders import add_order, revise_order
from portal.kernel.files import UploadField
from portal.kernel.forms import ActionForm
from portal.kernel.thai_fields import ThaiDateField


class OrderSearchForm(forms.Form):
    q = forms.CharField(
        label=_("หาเลขที่หรือชื่อเรื่อง"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )


class OrderForm(ActionForm):
    """An order as its paper says it; without ``order`` it is a new one."""

    issuer = forms.CharField(
        label=_("ผู้ออกคำสั่ง"), max_length=120, help_text=_("เช่น พอช. หรือชื่อผู้ลาออก เมื่อเป็นหนังสือลาออก")
    )
    number = forms.CharField(
        label=_("เลขที่"), max_length=60, help_text=_("ตามที่พิมพ์ในคำสั่ง เช่น 12/2569")
    )
    issued_on = ThaiDateField(label=_("ลงวันที่"), help_text=_("เช่น 1/9/2569"))
    title = forms.CharField(label=_("เรื่อง"), max_length=250)
    upload = UploadField(label=_("ไฟล์คำสั่ง"), required=False)

    def __init__(self, data=None, files=None, *, order=None, by):
        facts = ("issuer", "number", "issued_on", "title")
        initial = {name: getattr(order, name) for name in facts} if order else {"issuer": "พอช."}
        super().__init__(data, files, initial=initial)
        self.order, self.by = order, by
        if order and order.file:
            self.fields["upload"].was = _("มีไฟล์อยู่แล้ว ไฟล์ใหม่จะมาแทน")

    def save(self):
        if self.order:
            self.order = revise_order(self.order, **self.cleaned_data, by=self.by)
        else:
            self.order = add_order(**self.cleaned_data, by=self.by)
