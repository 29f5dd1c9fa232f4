// One peer over the articles of a file of JSON Lines ({"text": …}) or the pages of a folder, until SECONDS of processor
// time are used or there are no more:
//
//   node peers.js wink|compromise|retext|readability ARTICLES|PAGES SECONDS CUES
//
// Prints {"bytes", "items", "seconds", "found"}. Loading the peer and reading the files is not counted: what is told of a
// peer is its best.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

const [, , name, path, seconds, cues] = process.argv

const peers = {
  // Sentences, tags, entities and tokens: what an audit reads its attributions from.
  async wink() {
    const model = (await import('wink-eng-lite-web-model')).default
    const nlp = (await import('wink-nlp')).default(model)
    const its = nlp.its
    return (text) => {
      const doc = nlp.readDoc(text)
      return doc.entities().out(its.detail).length + doc.tokens().out(its.pos).length + doc.sentences().out().length
    }
  },
  // People, quotations and who said: the nearest that it offers.
  async compromise() {
    const nlp = (await import('compromise')).default
    return (text) => {
      const doc = nlp(text)
      return doc.people().length + doc.quotations().length + doc.match('(#Noun|#Pronoun)+ #Adverb? #Verb').length
    }
  },
  // A prose linter with our cue words as its phrases and a rule for quotation marks.
  async retext() {
    const {unified} = await import('unified')
    const english = (await import('retext-english')).default
    const quotes = (await import('retext-quotes')).default
    const stringify = (await import('retext-stringify')).default
    const {search} = await import('nlcst-search')
    const words = readFileSync(cues, 'utf8').split('\n').filter((word) => word !== '')
    const phrases = () => (tree, file) => {
      search(tree, words, (nodes, index, parent, phrase) => file.message(phrase, nodes[0]))
    }
    const linter = unified().use(english).use(phrases).use(quotes).use(stringify)
    return (text) => linter.processSync(text).messages.length
  },
  async readability() {
    const {parseHTML} = await import('linkedom')
    const {Readability} = await import('@mozilla/readability')
    return (page) => new Readability(parseHTML(page).document).parse()?.textContent.length ?? 0
  },
}

const used = () => {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1e6
}

const items =
  name === 'readability'
    ? readdirSync(path)
        .filter((file) => file.endsWith('.html'))
        .sort()
        .map((file) => readFileSync(join(path, file), 'utf8'))
    : readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).text)

const work = await peers[name]()
work(items[0]) // what is set up on first use
const begin = used()
let bytes = 0
let count = 0
let found = 0
for (const item of items) {
  found += work(item)
  bytes += Buffer.byteLength(item)
  ++count
  if (used() - begin > Number(seconds)) break
}
console.log(JSON.stringify({bytes, items: count, seconds: used() - begin, found}))
