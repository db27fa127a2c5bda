import csv
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from portal.kernel.thai_sort import ThaiSortKey, thai_sort_key


def _words(text):
    return text.split()


# Written down in the order of the Royal Institute's dictionary.
DICTIONARY = _words(
    """
    กฎหมาย กรรมการ กระบี่ กรุงเทพมหานคร กลไก กลุ่ม กองทุน กัน การประชุม กำนัน กิจกรรม กู้ยืม
    เกณฑ์ เกษตร แก้ แกนนำ โกรธ ใกล้ ไกล ขบวน ขา ข่า ข้า เขต เขา เข้า คณะ ความ คำ เครือข่าย โครงการ
    งบประมาณ งาน เงิน จดแจ้ง จังหวัด ชุมชน เชื่อมโยง ตำบล ไตรมาส ทรัพยากร ที่ดิน บ้านมั่นคง แผน
    เวที สภา สวัสดิการ เสนอ องค์กร อำเภอ เอกสาร
"""
)

PROVINCES = _words(
    """
    กระบี่ กรุงเทพมหานคร กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา ชลบุรี ชัยนาท
    ชัยภูมิ ชุมพร เชียงราย เชียงใหม่ ตรัง ตราด ตาก นครนายก นครปฐม นครพนม นครราชสีมา นครศรีธรรมราช
    นครสวรรค์ นนทบุรี นราธิวาส น่าน บึงกาฬ บุรีรัมย์ ปทุมธานี ประจวบคีรีขันธ์ ปราจีนบุรี ปัตตานี
    พระนครศรีอยุธยา พะเยา พังงา พัทลุง พิจิตร พิษณุโลก เพชรบุรี เพชรบูรณ์ แพร่ ภูเก็ต มหาสารคาม
    มุกดาหาร แม่ฮ่องสอน ยโสธร ยะลา ร้อยเอ็ด ระนอง ระยอง ราชบุรี ลพบุรี ลำปาง ลำพูน เลย ศรีสะเกษ
    สกลนคร สงขลา สตูล สมุทรปราการ สมุทรสงคราม สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี
    สุราษฎร์ธานี สุรินทร์ หนองคาย หนองบัวลำภู อ่างทอง อำนาจเจริญ อุดรธานี อุตรดิตถ์ อุทัยธานี อุบลราชธานี
"""
)


def in_order(names):
    return sorted(names, key=lambda name: (thai_sort_key(name), name))


def ask_postgresql(names):
    """Store names beside a generated key; answer the names in order and the key of each."""
    key = ThaiSortKey.template % {"expressions": "name"}
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE names (name text,"
            f' key text COLLATE "C" GENERATED ALWAYS AS ({key}) STORED)'
        )
        cursor.executemany("INSERT INTO names (name) VALUES (%s)", [[name] for name in names])
        cursor.execute('SELECT name, key FROM names ORDER BY key, name COLLATE "C"')
        rows = cursor.fetchall()
        cursor.execute("DROP TABLE names")
    return [name for name, _ in rows], dict(rows)


@pytest.mark.django_db
@pytest.mark.parametrize("words", [DICTIONARY, PROVINCES], ids=["dictionary", "provinces"])
def test_python_and_postgresql_sort_as_the_dictionary_does(words):
    shuffled = sorted(words)

    names, keys = ask_postgresql(shuffled)

    assert in_order(shuffled) == words
    assert names == words
    assert keys == {word: thai_sort_key(word) for word in words}


def test_the_list_of_provinces_is_the_one_the_portal_loads():
    places = Path(__file__).parents[2] / "regions" / "data" / "provinces.csv"
    with places.open(encoding="utf-8") as rows:
        assert {row["name"] for row in csv.DictReader(rows)} == set(PROVINCES)


def test_case_and_the_kind_of_digits_do_not_matter():
    assert thai_sort_key("CODI ครั้งที่ ๒/๒๕๕๐") == thai_sort_key("codi ครั้งที่ 2/2550")


@pytest.mark.django_db
@given(st.lists(st.text(alphabet="กขฮะาเแไโใ็่์ฯๆ๐9 AbZ'\\é"), max_size=50, unique=True))
def test_python_and_postgresql_agree_on_any_text(names):
    assert ask_postgresql(names)[1] == {name: thai_sort_key(name) for name in names}
