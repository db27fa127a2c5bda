"""What the secretariat wrote over last month's synthesis, and two paragraphs it made one."""

INTRODUCTION = (
    "เดือนนี้ทุกภาคส่งรายงานครบ งานรับรองสถานภาพเดินต่อเนื่อง และเวทีแลกเปลี่ยนขยายจากจังหวัดต้นแบบไปยังจังหวัดข้างเคียง "
    "เรื่องที่หลายภาคพูดตรงกันคือการหนุนเสริมคนทำงานในพื้นที่และข้อมูลที่เป็นปัจจุบัน"
)
# By section and box of the form; {0} and {1} are the regions whose words were merged.
MERGED = {
    ("highlights", "lessons"): (
        "{0}และ{1}พบตรงกันว่างานเดินได้เมื่อขบวนจังหวัดเป็นเจ้าของเรื่อง และมีคนประสานที่พื้นที่รู้จัก"
    ),
}
