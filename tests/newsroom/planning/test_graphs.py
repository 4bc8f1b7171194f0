from __future__ import annotations

import json
from typing import Any

from newsroom.planning.graphs import graph
from tests.newsroom.builders import (
    article,
    campaign,
    event,
    photo_file,
    section,
    site_info,
    unit,
)
from tests.newsroom.planning.plans import Plan, planned
from tests.newsroom.planning.province import province

URL = "https://x.vn"


def nodes(plan: Plan, address: str) -> dict[str, dict[str, Any]]:
    whole = json.loads(plan.page(address).head.graph)
    assert whole["@context"] == "https://schema.org"
    return {node["@type"]: node for node in whole["@graph"]}


def test_an_article_is_a_news_article_on_its_way_from_home() -> None:
    made = article(
        "a",
        date="2020-07-31 09:54",
        summary="Tóm tắt.",
        photo={"file": "photos/x.jpg", "alt": "Ảnh"},
    )
    named = section("chinh-tri", name="Chính trị")
    plan = planned(made, named, photo_file(digest="01234567"), url=URL)

    found = nodes(plan, "/tin/2020/07/a/")
    news = found["NewsArticle"]
    assert news["headline"] == "Tin a"
    assert news["datePublished"] == news["dateModified"] == "2020-07-31T09:54:00+07:00"
    assert news["description"] == "Tóm tắt."
    assert news["image"][0] == "https://x.vn/anh/x-01234567-16x9-0-62-1200.jpg"
    steps = found["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Trang chủ", "https://x.vn/"),
        (2, "Tin tức", "https://x.vn/tin/"),
        (3, "Chính trị", "https://x.vn/chuyen-muc/chinh-tri/"),
        (4, "Tin a", "https://x.vn/tin/2020/07/a/"),
    ]


def test_who_wrote_an_article_is_its_byline_else_its_source_else_the_owner() -> None:
    plan = planned(
        article("a", byline="Bà Mẫu"), article("b", source={"name": "Báo tỉnh"}), article("c")
    )

    authors = [nodes(plan, f"/tin/2020/07/{id}/")["NewsArticle"]["author"]["name"] for id in "abc"]
    assert authors == ["Bà Mẫu", "Báo tỉnh", "Ban Thi đua – Khen thưởng tỉnh"]


def test_a_unit_is_an_organization_under_another() -> None:
    plan = planned(unit("u", name="Sở A", parent="t", phone="000"), unit("t"), url=URL)

    node = nodes(plan, "/don-vi/u/")["GovernmentOrganization"]
    assert (node["name"], node["telephone"]) == ("Sở A", "000")
    assert node["parentOrganization"] == {"@id": "https://x.vn/don-vi/t/#unit"}
    assert nodes(plan, "/don-vi/t/")["GovernmentOrganization"]["@id"] == (
        "https://x.vn/don-vi/t/#unit"
    )


def test_an_event_says_when_and_where() -> None:
    node = nodes(planned(event("e", end="2020-07-30", venue="Nhà khách")), "/lich/e/")["Event"]

    assert (node["startDate"], node["endDate"]) == ("2020-07-29", "2020-07-30")
    assert node["location"]["name"] == "Nhà khách"


def test_the_front_page_is_the_site() -> None:
    assert set(nodes(planned(url=URL), "/")) == {"WebSite"}
    assert nodes(planned(url=URL), "/")["WebSite"]["url"] == "https://x.vn/"


def test_nothing_in_a_graph_can_end_the_script_it_stands_in() -> None:
    plan = planned(article("a", title="</script><script>alert(1)</script>"))

    text = plan.page("/tin/2020/07/a/").head.graph
    assert b"<" not in text
    assert json.loads(text)["@graph"][0]["headline"] == "</script><script>alert(1)</script>"


def test_a_page_that_is_nothing_more_says_its_way_from_home() -> None:
    assert set(nodes(planned(), "/tro-nang/")) == {"BreadcrumbList"}
    assert graph(()) == b""


def test_every_graph_of_a_province_is_json_with_whole_addresses() -> None:
    for _, page in planned(*province()).pages():
        if page.head.graph:
            assert b'"item":"/' not in page.head.graph
            assert json.loads(page.head.graph)["@graph"]


def test_open_data_is_a_catalogue_of_data_sets_with_their_files_and_licence() -> None:
    plan = planned(unit("u"), site_info(licence="Ghi rõ nguồn"), url=URL)

    node = nodes(plan, "/du-lieu/")["DataCatalog"]
    units = next(each for each in node["dataset"] if each["@id"].endswith("#unit"))

    assert units["@type"] == "Dataset"
    assert len(units["description"]) >= 50  # what dataset search asks for
    assert units["license"] == {"@type": "CreativeWork", "name": "Ghi rõ nguồn"}
    assert [(file["encodingFormat"], file["contentUrl"]) for file in units["distribution"]] == [
        ("application/json", f"{URL}/du-lieu/unit.json"),
        ("text/csv", f"{URL}/du-lieu/unit.csv"),
    ]


def test_a_licence_that_is_an_address_is_given_as_one_and_none_is_invented() -> None:
    address = "https://creativecommons.org/licenses/by/4.0/"
    named, silent = site_info(licence=address), site_info()

    for info, licence in ((named, address), (silent, None)):
        node = nodes(planned(unit("u"), info, url=URL), "/du-lieu/")["DataCatalog"]
        assert {each.get("license") for each in node["dataset"]} == {licence}


def test_a_campaign_is_a_collection_of_news_with_the_data_set_of_its_figures() -> None:
    target = {"label": "Đúng hẹn", "value": 98, "unit": "%"}
    figures = [{"date": "2020-06-30", "value": 95}, {"date": "2020-03-31", "value": 94}]
    counted = campaign("c", launched_by={"unit": "u"}, targets=[target | {"progress": figures}])
    plan = planned(counted, campaign("d", targets=[target]), unit("u"), url=URL)

    found = nodes(plan, "/phong-trao/c/")
    assert found["CollectionPage"]["about"] == {
        "@type": "Project",
        "@id": f"{URL}/phong-trao/c/#campaign",
        "name": "Phong trào c",
        "parentOrganization": {"@id": f"{URL}/don-vi/u/#unit"},
    }
    assert found["Dataset"]["temporalCoverage"] == "2020-03-31/2020-06-30"
    assert found["Dataset"]["distribution"]["contentUrl"] == f"{URL}/phong-trao/c/so-lieu.csv"
    assert "/phong-trao/c/so-lieu.csv" in plan
    assert "Dataset" not in nodes(plan, "/phong-trao/d/")


def test_an_event_without_a_venue_is_no_event_for_search_engines() -> None:
    assert set(nodes(planned(event("e")), "/lich/e/")) == {"BreadcrumbList"}


def test_a_unit_is_called_what_it_is() -> None:
    plan = planned(unit("a", kind="school"), unit("b", kind="enterprise"), unit("c", kind="other"))

    kinds = [set(nodes(plan, f"/don-vi/{id}/")) - {"BreadcrumbList"} for id in "abc"]
    assert kinds == [{"EducationalOrganization"}, {"Corporation"}, {"Organization"}]
