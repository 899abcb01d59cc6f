//! `content/themes.yaml`, `content/lists.yaml` and `content/sources.yaml`: themes, published lists of matters, and
//! where cited law was read.

use super::choices::ThemeFor;
use crate::source::{Date, List, record};

record! {
    /// All themes.
    RawThemes {
        "主题" | "themes" => themes: List<RawTheme>, "主题分类";
    }
    /// A theme (服务主题).
    RawTheme {
        "编号" | "id" => id: String as code, "主题编号";
        "名称" | "name" => name: String as public, "如 社会保障";
        "对象" | "for" => audience: ThemeFor, "自然人 或 法人";
        "人生事" | "life_event" => life_event: Option<String> as public, "这个主题对应的一件大事，用群众的话，如 孩子出生；首页“人生大事”用它";
    }
    /// All published lists.
    RawMatterLists {
        "清单" | "lists" => lists: List<RawMatterList>, "公布的事项清单，如 公民个人办事清单（N1）";
    }
    /// A published list of matters.
    RawMatterList {
        "编号" | "id" => id: String as code, "清单编号";
        "名称" | "name" => name: String as public, "清单名称，不带书名号";
        "版本" | "version" => version: Date, "公布日期";
        "事项" | "matters" => matters: List<String> as code, "事项编号";
    }
    /// Where each cited text was read.
    RawSourcesFile {
        "来源" | "sources" => sources: List<RawSource>, "引用过的法律法规";
    }
    /// A law or document that was read.
    RawSource {
        "编号" | "id" => id: String as code, "来源编号";
        "名称" | "name" => name: String as public, "法律法规名称";
        "文号" | "number" => number: Option<String> as public, "文号";
        "施行日期" | "in_force" => in_force: Option<Date>, "施行日期";
        "读自" | "read_at" => read_at: String as public, "在哪里读到的";
        "读取日期" | "read_on" => read_on: Date, "哪天读的";
        "条款" | "articles" => articles: List<RawArticle>, "引用过的条款";
    }
    /// One article.
    RawArticle {
        "条" | "article" => article: String as public, "如 第十二条";
        "内容" | "text" => text: String as public, "原文";
    }
}
