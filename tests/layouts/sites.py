"""Sites as people lay them out, each with its pairs of pages."""

from __future__ import annotations

from collections.abc import Mapping

Files = Mapping[str, str]


SPHERES = """
defaultContentLanguage = "en"
[languages.en]
contentDir = "content/en"
[languages.pt-br]
contentDir = "content/pt-br"
languageCode = "pt-BR"
[languages.chinese]
languageCode = "zh-Hans"
contentDir = "content/chinese"
"""


MOUNTS = """
languages: {en: {languageName: English}, ja: {languageName: 日本語}}
module:
  mounts:
    - {source: content/en, target: content}
    - {source: content/ja, target: content, lang: ja}
    - {source: content/en/guide, target: content/guide, lang: ja, excludeFiles: "drafts/*"}
"""


DOCUSAURUS = """
const fallback: string = 'en';
export default {
  i18n: { defaultLocale: fallback, locales: ['en', 'ja', 'zh-Hans'], path: "i18n" },
  presets: [['classic', { docs: { path: '../handbook' }, blog: { path: './news' } }]],
  plugins: [['@docusaurus/plugin-content-docs', { id: 'fleet', path: 'fleet-docs', routeBasePath: 'fleet' }]],
};
"""


I18N = "i18n/ja/docusaurus-plugin-content-"


STATIC = """
site_name: Parcels
plugins:
  - search
  - i18n:
      docs_structure: %s
      languages:
        - {locale: en, default: true, name: English}
        - {locale: ja, name: 日本語}
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
"""


ONE_SITE = {
    "folders of one tree": (
        "folders",
        {"en-US/api/track.md": "", "ru-RU/api/track.md": "", "ru-RU/media/map.png": "", "README.md": ""},
        {"ru-RU/api/track.md": ("en-US/api/track.md", "ru-RU")},
    ),
    "docs/en and docs/zh_cn": (
        "folders",
        {"docs/en/a b/c.md": "", "docs/zh_cn/a b/c.md": "", "docs/jp/a b/c.md": ""},
        {"docs/zh_cn/a b/c.md": ("docs/en/a b/c.md", "zh-CN"), "docs/jp/a b/c.md": ("docs/en/a b/c.md", "ja")},
    ),
    "source at the root": (
        "folders",
        {"README.md": "", "guide/a.md": "", "i18n/ja/README.md": "", "i18n/ja/guide/a.md": ""},
        {"i18n/ja/README.md": ("README.md", "ja"), "i18n/ja/guide/a.md": ("guide/a.md", "ja")},
    ),
    "jekyll": (
        "folders",
        {"_config.yml": "languages: [en, sr-Latn]", "en/a.md": "---\nlang: en\n---\n", "sr-Latn/a.md": ""},
        {"sr-Latn/a.md": ("en/a.md", "sr-Latn")},
    ),
    "jekyll's collections": (
        "jekyll",
        {
            "_config.yml": "collections: {tour: {}, ja: {}}",
            "index.md": "",
            "_tour/a.md": "",
            "_overviews/core/b.md": "",
            "_sips/c.md": "",
            "_ja/index.md": "",
            "_ja/tour/a.md": "",
            "_pt-br/overviews/core/b.md": "",
        },
        {
            "_ja/index.md": ("index.md", "ja"),
            "_ja/tour/a.md": ("_tour/a.md", "ja"),
            "_pt-br/overviews/core/b.md": ("_overviews/core/b.md", "pt-BR"),
        },
    ),
    "tldr": (
        "folder-suffix",
        {"pages/linux/apt.md": "", "pages.pt_BR/linux/apt.md": "", "pages.fil/linux/apt.md": "", "pages.ja/x": ""},
        {
            "pages.pt_BR/linux/apt.md": ("pages/linux/apt.md", "pt-BR"),
            "pages.fil/linux/apt.md": ("pages/linux/apt.md", "fil"),
        },
    ),
    "docs-en and docs-de": (
        "folder-suffix",
        {"docs-en/a.md": "", "docs-de/a.md": ""},
        {"docs-de/a.md": ("docs-en/a.md", "de")},
    ),
    "mdn in one repository": (
        "mdn",
        {"files/en-us/web/api/index.md": "---\nslug: Web/API\n---\n", "files/pt-br/web/api/index.md": ""},
        {"files/pt-br/web/api/index.md": ("files/en-us/web/api/index.md", "pt-BR")},
    ),
    "hugo contentDir": (
        "hugo",
        {"hugo.toml": SPHERES, "content/en/_index.md": "", "content/pt-br/_index.md": "", "content/chinese/a.md": ""},
        {
            "content/pt-br/_index.md": ("content/en/_index.md", "pt-BR"),
            "content/chinese/a.md": ("content/en/a.md", "zh-Hans"),
        },
    ),
    "hugo mounts": (
        "hugo",
        {"site/hugo.yaml": MOUNTS, "site/content/en/guide/a.md": "", "site/content/ja/guide/a.md": ""},
        {"site/content/ja/guide/a.md": ("site/content/en/guide/a.md", "ja")},
    ),
    "hugo settings in parts": (
        "hugo",
        {
            "config/_default/config.toml": 'defaultContentLanguage = "en"',
            "config/_default/languages.toml": '[en]\ncontentDir = "content/english"\n[ko]\ncontentDir = "content/korean"',
            "content/english/a.md": "",
            "content/korean/a.md": "",
        },
        {"content/korean/a.md": ("content/english/a.md", "ko")},
    ),
    "hugo by file name": (
        "hugo",
        {"config.json": '{"languages": {"en": {}, "hi": {}}}', "content/post/a.md": "", "content/post/a.hi.md": ""},
        {"content/post/a.hi.md": ("content/post/a.md", "hi")},
    ),
    "docusaurus": (
        "docusaurus",
        {
            "website/docusaurus.config.ts": DOCUSAURUS,
            "handbook/intro.md": "",
            "website/docs/other.md": "",
            f"website/{I18N}docs/current/intro.md": "",
            f"website/{I18N}docs/current.json": "{}",
            "website/versioned_docs/version-2.x/intro.md": "",
            f"website/{I18N}docs/version-2.x/intro.md": "",
            "website/fleet-docs/vans.mdx": "",
            f"website/{I18N}docs-fleet/current/vans.mdx": "",
            "website/fleet_versioned_docs/version-1/vans.mdx": "",
            f"website/{I18N}docs-fleet/version-1/vans.mdx": "",
            "website/news/2024-05-01-depots/index.md": "",
            f"website/{I18N}blog/2024-05-01-depots/index.md": "",
            "website/src/pages/help.mdx": "",
            f"website/{I18N}pages/help.mdx": "",
        },
        {
            f"website/{I18N}docs/current/intro.md": ("handbook/intro.md", "ja"),
            f"website/{I18N}docs/version-2.x/intro.md": ("website/versioned_docs/version-2.x/intro.md", "ja"),
            f"website/{I18N}docs-fleet/current/vans.mdx": ("website/fleet-docs/vans.mdx", "ja"),
            f"website/{I18N}docs-fleet/version-1/vans.mdx": ("website/fleet_versioned_docs/version-1/vans.mdx", "ja"),
            f"website/{I18N}blog/2024-05-01-depots/index.md": ("website/news/2024-05-01-depots/index.md", "ja"),
            f"website/{I18N}pages/help.mdx": ("website/src/pages/help.mdx", "ja"),
        },
    ),
    "mkdocs with names of languages": (
        "mkdocs",
        {
            "docs/language_names.yml": "en: English\nja: 日本語\n",
            "docs/en/mkdocs.yml": "site_name: Parcels",
            "docs/en/docs/tutorial/a.md": "",
            "docs/ja/docs/tutorial/a.md": "",
            "docs/ja/llm-prompt.md": "",
        },
        {"docs/ja/docs/tutorial/a.md": ("docs/en/docs/tutorial/a.md", "ja")},
    ),
    "mkdocs with a config each": (
        "mkdocs",
        {
            "config/en/mkdocs.yml": "docs_dir: ../../docs/en",
            "config/es/mkdocs.yml": "docs_dir: ../../docs/es # y aquí\ntheme: {language: es}",
            "docs/en/a.md": "",
            "docs/es/a.md": "",
        },
        {"docs/es/a.md": ("docs/en/a.md", "es")},
    ),
    "mkdocs, folders of a plugin": (
        "mkdocs",
        {"mkdocs.yml": STATIC % "folder", "docs/en/a.md": "", "docs/ja/a.md": ""},
        {"docs/ja/a.md": ("docs/en/a.md", "ja")},
    ),
    "mkdocs, suffixes of a plugin": (
        "mkdocs",
        {"mkdocs.yml": STATIC % "suffix", "docs/a.md": "", "docs/a.ja.md": "", "docs/v1.2.md": ""},
        {"docs/a.ja.md": ("docs/a.md", "ja")},
    ),
    "suffixes on both": (
        "suffix",
        {"guide/a.en.md": "", "guide/a.zh-TW.md": "", "guide/b.en.md": "", "guide/b.zh-TW.md": "", "guide/c.md": ""},
        {"guide/a.zh-TW.md": ("guide/a.en.md", "zh-TW"), "guide/b.zh-TW.md": ("guide/b.en.md", "zh-TW")},
    ),
    "names that are locales": (
        "suffix",
        {"a.md": "", "a/en.md": "", "a/es.md": "", "a/ja.md": "倉庫の扉を開く", "a/zh.md": "", "a/zh-TW.md": ""},
        {f"a/{name}.md": ("a/en.md", name) for name in ("es", "ja", "zh", "zh-TW")},
    ),
    "readme": (
        "suffix",
        {"README.md": "", "README-ja.md": "", "README-zh-CN.md": "", "docs/how.md": "", "docs/how-to.md": ""},
        {"README-ja.md": ("README.md", "ja"), "README-zh-CN.md": ("README.md", "zh-CN")},
    ),
    "astro with a folder of the source": (
        "astro",
        {
            "astro.config.mjs": "defineConfig({ i18n: { defaultLocale: 'en', locales: ['en', 'ar'] } })",
            "src/content/docs/en/a.mdx": "",
            "src/content/docs/ar/a.mdx": "",
        },
        {"src/content/docs/ar/a.mdx": ("src/content/docs/en/a.mdx", "ar")},
    ),
    "starlight with the source at the root": (
        "astro",
        {
            "site/astro.config.ts": "starlight({ locales: { root: { label: 'English', lang: 'en' }, fr: {} } })",
            "site/src/content/docs/a.md": "",
            "site/src/content/docs/guide/b.md": "",
            "site/src/content/docs/fr/a.md": "",
            "site/src/content/docs/fr/guide/b.md": "",
        },
        {
            "site/src/content/docs/fr/a.md": ("site/src/content/docs/a.md", "fr"),
            "site/src/content/docs/fr/guide/b.md": ("site/src/content/docs/guide/b.md", "fr"),
        },
    ),
    "co-op-translator": (
        "co-op-translator",
        {
            "README.md": "",
            "lessons/1/a.md": "",
            "translations/ja/.co-op-translator.json": "{}",
            "translations/ja/README.md": "",
            "translations/zh-CN/lessons/1/a.md": "<!--\nCO_OP_TRANSLATOR_METADATA:\n{}\n-->",
            "translated_images/notes.md": "",
        },
        {
            "translations/ja/README.md": ("README.md", "ja"),
            "translations/zh-CN/lessons/1/a.md": ("lessons/1/a.md", "zh-CN"),
        },
    ),
}
