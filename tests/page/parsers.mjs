// What the parsers of sites make of pages: writes parsers.json beside it, which test_parsers.py reads.
// npm install --no-save @mdx-js/mdx@3 react@18 react-dom@18 unified@11 remark-parse@11 remark-directive@4 \
//   markdown-it@14 markdown-it-container@4 && node parsers.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

// the packages are looked for where the command is called, with the entry that `import` takes
const require = createRequire(pathToFileURL(process.cwd() + '/'))
const load = async (name) => {
  const folder = join(process.cwd(), 'node_modules', name)
  const { exports, module, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf-8'))
  const named = exports?.['.'] ?? exports
  const entry = typeof named === 'string' ? named : (named?.import ?? named?.default ?? module ?? main)
  return import(pathToFileURL(join(folder, typeof entry === 'string' ? entry : entry.default)))
}
const { compile, evaluate } = await load('@mdx-js/mdx')
const { unified } = await load('unified')
const remarkParse = (await load('remark-parse')).default
const remarkDirective = (await load('remark-directive')).default
const MarkdownIt = (await load('markdown-it')).default
const container = require('markdown-it-container')

const { createElement } = require('react')
const { renderToStaticMarkup } = require('react-dom/server')
const runtime = require('react/jsx-runtime')

// whether a page is compiled, and shown, as a build does both; there is no such module here, so without its imports
const isRead = async (text) => {
  try {
    await compile(text)
    const { default: Page } = await evaluate(text.replace(/^import .*$/gm, ''), runtime)
    renderToStaticMarkup(createElement(Page, { components: { Depot: () => null } }))
    return true
  } catch {
    return false
  }
}

// the names of boxes
const remark = (text) => {
  const found = []
  const visit = (node) => {
    if (node.type === 'containerDirective') found.push(node.name)
    for (const child of node.children ?? []) visit(child)
  }
  visit(unified().use(remarkParse).use(remarkDirective).parse(text))
  return found
}
const vitepress = (text) => {
  const md = new MarkdownIt()
  for (const name of ['note', 'tip', 'info', 'warning', 'danger', 'details']) md.use(container, name)
  const opened = md.parse(text, {}).filter((token) => /^container_.*_open$/.test(token.type))
  return opened.map((token) => token.type.slice('container_'.length, -'_open'.length))
}

const table = new URL('parsers.json', import.meta.url)
const known = JSON.parse(readFileSync(table, 'utf-8'))
const each = async (texts, ask) =>
  Object.fromEntries(await Promise.all(Object.keys(texts).map(async (text) => [text, await ask(text)])))
const made = {
  mdx: await each(known.mdx, async (english) => each(known.mdx[english], isRead)),
  boxes: await each(known.boxes, async (english) =>
    each(known.boxes[english], (text) => ({ remark: remark(text), vitepress: vitepress(text) })),
  ),
}
const written = JSON.stringify(made, null, 1) + '\n'
if (process.argv.includes('--check')) process.exit(written === JSON.stringify(known, null, 1) + '\n' ? 0 : 1)
writeFileSync(table, written)
