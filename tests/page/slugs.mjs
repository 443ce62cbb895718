// What generators make of headings: writes slugs.json beside it, which test_slugs.py reads.
// npm install --no-save github-slugger@2 markdown-it-anchor@9 @mdit-vue/shared@3 hexo-util@4 && node slugs.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

// the packages are looked for where the command is called
const require = createRequire(pathToFileURL(process.cwd() + '/'))
const load = async (name) => import(pathToFileURL(require.resolve(name)))
const { slug } = await load('github-slugger')
const anchor = (await load('markdown-it-anchor')).default
const { slugify } = await load('@mdit-vue/shared')
const { slugize } = require('hexo-util')

const table = new URL('slugs.json', import.meta.url)
const known = JSON.parse(readFileSync(table, 'utf-8'))
const made = Object.fromEntries(
  Object.keys(known).map((text) => [
    text,
    {
      github: slug(text),
      vitepress: slugify(text),
      anchor: (anchor.defaults ?? anchor.default.defaults).slugify(text),
      hexo: slugize(text.trim()),
    },
  ]),
)
const written = JSON.stringify(made, null, 2) + '\n'
if (process.argv.includes('--check')) process.exit(written === JSON.stringify(known, null, 2) + '\n' ? 0 : 1)
writeFileSync(table, written)
