"""A small set of registries with which the examples of the rules that need them are read. Real ones are in content/data."""

from __future__ import annotations

from datetime import date

from ..registry import Office, Person, Registries, Site, Term, Unit, Wording

TABLES = Registries(
    Site("本专栏", "本专栏", "样稿。"),
    units=(
        Unit("quzhengfu", "管城回族区人民政府", "区政府"),
        Unit("beixiajie", "管城回族区北下街街道办事处", "北下街"),
        Unit("yi-zhen", "管城回族区某某河镇", "某某河镇", until=date(2016, 12, 31), successor="yi-jiedao"),
        Unit("yi-jiedao", "管城回族区某某河街道办事处", "某某河街道", since=date(2017, 1, 1)),
    ),
    people=(
        Person("ma-yi", "马懿", offices=(Office("省委常委", rank=10), Office("市委书记", rank=10))),
        Person("cheng-zhiming", "程志明", offices=(Office("市委副书记", rank=20), Office("市长", rank=20))),
        Person(
            "wang-dongliang",
            "王东亮",
            offices=(Office("区委书记", until=date(2019, 12, 31), rank=30),),
        ),
        Person("ran-hongzheng", "冉红政"),
        Person("jia-renwu", "甲某某", offices=(Office("区督查办主任", until=date(2015, 12, 31)),)),
    ),
    terms=(
        Term(
            "sizhongdian",
            "四重点一稳定一保证",
            items=("新型城镇化", "产业", "开放创新", "生态", "稳定", "党的建设"),
        ),
        Term("dingwei", "六个定位"),
        Term("wubi", "五比五看五加快", items=("项目", "进度", "投资", "收入", "发展")),
    ),
    wording=(Wording(("回族管城区",), "管城回族区", "《中华人民共和国县以上行政区划代码》"),),
)
