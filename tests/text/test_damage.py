"""What happened to a word: real pairs from real pages, and words put into other scripts by hand."""

from __future__ import annotations

import string
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doclint.text.damage import Damage, judge, likeness
from doclint.text.sound.sounds import Sounds

NAMES = st.text(string.ascii_letters, min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("expected", "found", "damage"),
    [
        pytest.param("appleFailure", "Апплефаилуре", "transliterated", id="letter for letter"),
        pytest.param("accessPackage", "Создание Акцесспаккаже", "transliterated", id="inside a translated title"),
        pytest.param("userAuthenticationMethod", "усераусентикатионмесод", "transliterated", id="th as s"),
        pytest.param("deviceManagementScript", "Девице Манажемент Скрипт", "transliterated", id="and split"),
        pytest.param("userSet", "Коллекция ексУсерсет", "transliterated", id="with letters before it"),
        pytest.param("signIn", "サインイン", "transliterated", id="katakana"),
        pytest.param("connectorGroup", "コネクタグループの", "transliterated", id="katakana, a particle behind"),
        pytest.param("completed", "готовы", "translated", id="another word"),
        pytest.param("completed", "せ", "translated", id="one kana"),
        pytest.param("tokenName", "令牌名称", "translated", id="ideographs have no sound"),
        pytest.param("beijing", "北京", "translated", id="not even where pinyin would agree"),
        pytest.param("complianceStatus", "Wurde", "translated", id="nonsense in Latin letters"),
        pytest.param("resources", "Ressourcen", "translated", id="a cousin is no slip"),
        pytest.param(
            "managedAppClipboardSharingLevel",
            "Managedappクリップボードの Sharinglevel",
            "half-translated",
            id="kana inside",
        ),
        pytest.param("group-id", "ID группы", "half-translated", id="a short part stands alone"),
        pytest.param("isFrameworkFile", "isFrameworkdatei", "half-translated", id="all Latin"),
        pytest.param("remoteAction", "Remote-Steuerung", "half-translated", id="hyphen between"),
        pytest.param("aes256", "AES256", "recased", id="capitals"),
        pytest.param("completed", "ｃｏｍｐｌｅｔｅｄ", "recased", id="wide letters"),
        pytest.param("safariDomains", "Saf Aridomains", "spaced", id="at the wrong place"),
        pytest.param("User.ReadWrite.All", "User. ReadWrite. ALL", "spaced", id="scope"),
        pytest.param("group_id", "group id", "spaced", id="white space for a sign"),
        pytest.param("completed", "com\u200bpleted", "spaced", id="white space that does not show"),
        pytest.param("serviceName", "Wert Service Name", "words-added", id="and split"),
        pytest.param("roleScopeTagIds", "Rolescopetagids zur", "words-added", id="and recased"),
        pytest.param("metadataEntry", "MetadataEntry-Auflistung", "words-added", id="behind a hyphen"),
        pytest.param("httpOnly", '"HttpOnly"', "punctuation-added", id="quotes"),
        pytest.param("subjectId", "///SubjectID", "punctuation-added", id="slashes"),
        pytest.param("show-max", "Show — Max", "punctuation-added", id="a dash for a hyphen"),
        pytest.param("SecurityEvents.Read", "SecurityEvents.Read。", "punctuation-added", id="foreign full stop"),
        pytest.param("hashAlgorithm", "hashAlg", "truncated", id="front"),
        pytest.param("threadId", "Id", "truncated", id="last part"),
        pytest.param("mediaNeeded", "mediaNeededed", "glued", id="all of it stands, and more"),
        pytest.param("mediaNeeded", "mediaNeedde", "misspelt", id="letters swapped"),
        pytest.param("mediaNeededForUpload", "mediaNeedededForUpload", "misspelt", id="stutter"),
        pytest.param("completed", "сompleted", "misspelt", id="a Cyrillic c"),
        pytest.param("ipv6", "ipv4", "misspelt", id="unless it is a member"),
        pytest.param("filterGroup", "Filtergroupコレクション", "glued", id="no word ends there"),
        pytest.param("publicUrl", "", "dropped", id="empty"),
        pytest.param("publicUrl", " \t\u200b", "dropped", id="white space"),
        pytest.param("publicUrl", "、、", "dropped", id="separators only"),
        pytest.param("", "word", "translated", id="nothing expected"),
        pytest.param("*", "—", "punctuation-added", id="signs for signs"),
    ],
)
def test_words(expected: str, found: str, damage: str) -> None:
    assert judge(expected, found) == damage


@pytest.mark.parametrize(
    ("expected", "found", "damage"),
    [
        ("1", "1,1", "renumbered"),
        ("4", "SP4", "renumbered"),
        ("1", "1-d", "renumbered"),
        ("2", "pbm-2", "renumbered"),
        ("3", "1/3", "renumbered"),
        ("3", "4", "renumbered"),
        ("12", "1.2", "renumbered"),
        ("11", "-11:00", "renumbered"),
        ("11", "#", "renumbered"),
        ("1", "½", "renumbered"),
        pytest.param("1", "-1", "renumbered", id="a minus is no punctuation"),
        pytest.param("-1", "1", "renumbered", id="a lost minus neither"),
        pytest.param("1", "– 1", "renumbered", id="a typographic minus neither"),
        pytest.param("-1", "–1", "punctuation-added", id="a typographic minus for a minus"),
        pytest.param("-1005", "— 1005", "punctuation-added", id="a dash for a minus"),
        ("0", ".0", "punctuation-added"),
        ("0", "(0)", "punctuation-added"),
        ("10", "1 0", "spaced"),
        ("0", "нуль", "translated"),
        ("6", "シックス", "translated"),
        pytest.param("2", "二", "translated", id="a numeral that is a word"),
        pytest.param("1", "١", "transliterated", id="Arabic digits"),
        pytest.param("1", "１", "transliterated", id="wide digits"),
        ("1", "значение 1", "words-added"),
        ("1", "", "dropped"),
    ],
)
def test_numbers(expected: str, found: str, damage: str) -> None:
    assert judge(expected, found) == damage


@pytest.mark.parametrize(
    ("expected", "found", "members"),
    [
        pytest.param("3", "4", {"3", "4"}, id="value"),
        pytest.param("1", "(0)", {"0"}, id="value in brackets"),
        pytest.param("1", "-1", ["-1", "0"], id="not the minus of a dash"),
        pytest.param("ipv6", "ipv4", {"ipv4"}, id="one digit off"),
        pytest.param("name", "Name", {"Name"}, id="differs in case only, and both are valid"),
        pytest.param(
            "deviceCompliancePolicy", "Deviceconfiguration.", {"deviceConfiguration"}, id="damaged in its turn"
        ),
    ],
)
def test_another_valid_word_is_the_worst(expected: str, found: str, members: set[str]) -> None:
    assert judge(expected, found, members) == Damage.ANOTHER_MEMBER


def test_a_member_inside_prose_is_not_the_found_word() -> None:
    assert judge("completed", "готовы id", {"id"}) == Damage.TRANSLATED


def test_no_damage_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no damage"):
        judge("completed", "completed")


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        pytest.param("appleFailure", "αππλεφαιλυρε", id="Greek"),
        pytest.param("serverName", "σέρβερνεϊμ", id="Greek, by ear"),
        pytest.param("vppTokenSyncStatus", "βππτοκενσυνκστατους", id="Greek, ou for u"),
        pytest.param("deviceState", "דיווייססטייט", id="Hebrew"),
        pytest.param("vppTokenSyncStatus", "וופפטוקנסינקסטטוס", id="Hebrew, v and p of one letter"),
        pytest.param("serverName", "سيرفرنيم", id="Arabic"),
        pytest.param("roleScopeTagIds", "رولسكوبتاجايدز", id="Arabic, which has no p"),
        pytest.param("serverName", "سرورنیم", id="Persian"),
        pytest.param("appleFailure", "ऐप्पलफेल्योर", id="Hindi"),
        pytest.param("vppTokenSyncStatus", "वीपीपीटोकनसिंकस्टेटस", id="Hindi, letters spelt out"),
        pytest.param("deviceState", "디바이스스테이트", id="Korean"),
        pytest.param("roleScopeTagIds", "롤스코프태그아이디스", id="Korean, vowels put in"),
        pytest.param("serverName", "เซิร์ฟเวอร์เนม", id="Thai"),
        pytest.param("signInFrequency", "ไซน์อินฟรีเควนซี", id="Thai, kh for k"),
        pytest.param("vppTokenSyncStatus", "вппТокенСінкСтатус", id="Ukrainian"),
        pytest.param("roleScopeTagIds", "ролескопетагідс", id="Ukrainian i"),
        pytest.param("appleFailure", "апълфейлър", id="Bulgarian, by ear"),
        pytest.param("signInFrequency", "сигнинфрекуенси", id="Bulgarian"),
        pytest.param("changeType", "цхангетипе", id="Serbian"),
        pytest.param("vppTokenSyncStatus", "ვპპტოკენსინქსტატუს", id="Georgian"),
        pytest.param("signInFrequency", "სიგნინფრეკუენსი", id="Georgian, which has no f"),
        pytest.param("appleFailure", "ապպլեֆաիլուրե", id="Armenian"),
        pytest.param("appleFailure", "アップルフェイリャー", id="katakana, doubled by a small tsu"),
        pytest.param("signInFrequency", "ｻｲﾝｲﾝﾌﾘｰｸｴﾝｼｰ", id="katakana of half width"),
    ],
)
def test_transliterated_in_any_script(expected: str, found: str) -> None:
    assert judge(expected, found) == Damage.TRANSLITERATED
    for other in ("completed", "assignmentFilterType", "lastModifiedDateTime"):
        assert judge(other, found) == Damage.TRANSLATED
    assert likeness(expected, found) > likeness("displayName", found)


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ("service", "служба"),
        ("state", "состояние"),
        ("separator", "разделитель"),
        ("completed", "הושלם"),
        ("deviceState", "حالة الجهاز"),
        ("deviceState", "उपकरण की स्थिति"),
        ("deviceState", "장치 상태"),
        ("deviceState", "κατάσταση συσκευής"),
    ],
)
def test_a_translation_does_not_sound_alike(expected: str, found: str) -> None:
    assert judge(expected, found) == Damage.TRANSLATED


def test_likeness_is_a_measure() -> None:
    assert likeness("appleFailure", "Апплефаилуре") == 1.0
    assert likeness("appleFailure", "失敗") == 0.0
    assert likeness("appleFailure", "") == 0.0
    assert 0.5 < likeness("mobile", "мобильный") < likeness("mobile", "мобиле")


@pytest.mark.parametrize(
    ("found", "word"),
    [
        pytest.param("впптокенсинкстатус", "vppTokenSyncStatus", id="name"),
        pytest.param("Аппрегистратион", "appRegistration", id="capital"),
        pytest.param("аппрегистратионс", "appRegistrations", id="the plural is another word"),
        pytest.param("дисковерабилитиес", "discoverabilities", id="a long single word"),
        pytest.param("адрес", None, id="a loanword of address"),
        pytest.param("период", None, id="a loanword of period"),
        pytest.param("клиенты", None, id="only the front of clientId"),
        pytest.param("свойства", None, id="a plain word"),
        pytest.param("еаптлс", None, id="two words sound so"),
        pytest.param("appRegistration", None, id="Latin"),
        pytest.param("アプリケーション", None, id="a katakana word for a part of a name"),
        pytest.param("システムファミリ", "systemFamily", id="katakana name"),
        pytest.param("全部", None, id="ideographs"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_which_word_is_meant(found: str, word: str | None) -> None:
    names = (
        "vppTokenSyncStatus",
        "appRegistration",
        "appRegistrations",
        "clientId",
        "eapTls",
        "eapTtls",
        "systemFamily",
    )
    known = Sounds([*names, "webApplication", "discoverabilities", "address", "period", "completed"])
    match = known.match(found)
    assert (match and match[0]) == word


def test_names_that_differ_in_case_only_tie() -> None:
    assert Sounds(["deviceState", "DeviceState"]).match("девицестате") is None
    assert Sounds(["deviceState", "deviceState"]).match("девицестате") == ("deviceState", 1.0)
    assert Sounds([]).match("девицестате") is None


@given(expected=st.text(max_size=40), found=st.text(max_size=60), members=st.sets(st.text(max_size=5), max_size=3))
def test_anything_is_judged(expected: str, found: str, members: set[str]) -> None:
    if expected != found:
        assert judge(expected, found, members) in Damage
    assert 0.0 <= likeness(expected, found) <= 1.0
    Sounds([expected]).match(found)


@given(NAMES)
def test_swapped_case_is_recased(name: str) -> None:
    assert judge(name, name.swapcase()) == Damage.RECASED


@given(NAMES)
def test_white_space_is_spaced(name: str) -> None:
    assert judge(name, f" {name}\N{NO-BREAK SPACE}") == Damage.SPACED


@given(NAMES, st.sampled_from(['"{}"', "{},", "///{}", "«{}»", "{}、", "— {}"]))
def test_signs_around_are_punctuation(name: str, frame: str) -> None:
    assert judge(name, frame.format(name)) == Damage.PUNCTUATION_ADDED


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_another_number_is_never_taken_for_the_same(number: int, other: int) -> None:
    if number != other:
        assert judge(str(number), str(other)) == Damage.RENUMBERED
        assert judge(str(number), f"({other})", {str(other)}) == Damage.ANOTHER_MEMBER


@pytest.mark.parametrize(
    "found",
    [
        pytest.param("ы" * 100_000, id="one long word"),
        pytest.param("ы " * 50_000, id="many short words"),
        pytest.param("deviceManagement " * 6_000, id="nearly the word, often"),
        pytest.param("a" * 1_000, id="as long as is still judged"),
        pytest.param("аб " * 330, id="short words, as long as is still judged"),
        pytest.param("\ufdfb" * 250, id="letters that romanize to whole words"),
    ],
)
@pytest.mark.parametrize("expected", ["deviceManagementScript", "a" * 999, "a" * 50_000, "1", "аб" * 120])
def test_hostile_input_costs_little(expected: str, found: str) -> None:
    start = time.perf_counter()
    judge(expected, found)
    Sounds([expected]).match(found)
    likeness(expected, found)
    assert time.perf_counter() - start < 1


def test_a_long_text_is_searched_for_the_word() -> None:
    assert judge("appId", "слово " * 1000 + "appId") == Damage.WORDS_ADDED
    assert judge("appId", "слово " * 1000 + "appIds") == Damage.TRANSLATED


def test_libraries_are_imported_when_needed() -> None:
    code = "import sys, doclint.text.damage; sys.exit(bool({'anyascii', 'rapidfuzz'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
