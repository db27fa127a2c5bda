"""The words of the letters about what regions ask of the centre. Letters are Thai."""

from collections.abc import Iterable

from django.utils import timezone, translation

from portal.kernel.letters import address_of, promise_letter
from portal.kernel.models import Person, User
from portal.kernel.thai import long_date

from .models import RequestAnswer, SupportRequest
from .queries import filers_of
from .queries.requests import central_officers
from .request_words import kind_of

ANSWERED = """เรียน {name}

ส่วนกลางตอบคำขอที่ {request} ของ{region} ({kind}) แล้ว

คำตอบ: {decision}{done_by}
{answer}

เมื่อได้รับแล้ว โปรดกด “ได้รับแล้ว” ถ้ายังไม่ได้รับหรือยังไม่ตรงกับที่ขอ กด “ยังไม่ได้รับ” และบอกสั้น ๆ ว่าขาดอะไร ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

OWNED = """เรียน {name}

ท่านเป็นผู้รับเรื่องคำขอที่ {request} ของ{region} ({kind})

  {text}

ควรตอบภายในวันที่ {due} อ่านและตอบได้ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""

REOPENED = """เรียน {name}

{region}แจ้งว่ายังไม่ได้รับตามคำขอที่ {request} ({kind}) เพราะ

  {because}

โปรดตอบใหม่ภายในวันที่ {due} ที่
{address}

กองเลขานุการ คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน
"""


def promise_answered(answer: RequestAnswer) -> None:
    """Tell whoever files for the region, once for each answer."""
    request, done_by = answer.request, answer.done_by
    with translation.override("th"):
        words = {
            "decision": str(RequestAnswer.Decision(answer.decision).label),
            "done_by": f" จะเสร็จภายในวันที่ {long_date(done_by)}" if done_by else "",
            "answer": answer.text,
        }
    to = filers_of(request.report, on=timezone.localdate())
    _promise(request, f"answered:{answer.pk}", "ส่วนกลางตอบคำขอที่ {request}", ANSWERED, to, **words)


def promise_owned(request: SupportRequest, *, by: User) -> None:
    """Tell the owner, unless they named themselves."""
    if request.owner and request.owner.user_id != by.pk:
        moment = f"{timezone.now():%Y%m%d%H%M%S%f}"
        subject = "ท่านเป็นผู้รับเรื่องคำขอที่ {request}"
        _promise(request, f"owned:{moment}", subject, OWNED, [request.owner])


def promise_reopened(request: SupportRequest) -> None:
    """Tell the owner at the centre, or where there is none all its officers."""
    to = [request.owner] if request.owner else central_officers(on=timezone.localdate())
    moment = f"{request.reopened_at:%Y%m%d%H%M%S%f}"
    subject = "ภาคยังไม่ได้รับตามคำขอที่ {request}"
    because = request.reopened_because
    _promise(request, f"reopened:{moment}", subject, REOPENED, to, because=because)


def _promise(
    request: SupportRequest, occasion: str, subject: str, body: str, to: Iterable[Person], **words
) -> None:
    with translation.override("th"):
        words |= _words_of(request)
    for person in to:
        if person.email:
            promise_letter(
                f"request:{request.pk}:{occasion}:{person.pk}",
                to=person.email,
                subject=subject.format(**words),
                body=body.format(name=person.address_name, **words),
            )


def _words_of(request: SupportRequest) -> dict[str, str]:
    return {
        "request": str(request),
        "region": request.region.name,
        "kind": str(kind_of(request)),
        "text": request.text,
        "due": long_date(request.due_again_on or request.due_on),
        "address": address_of(request.get_absolute_url()),
    }
