import type {Document} from '../src/document/document.ts';
import {FUNCTION_WORDS} from '../src/document/english.ts';
import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfPast} from '../src/document/verbs.ts';
import {wordClass} from '../src/document/word.ts';
import {posOf} from '../src/evidence/pos.ts';
import {renderingsOf} from '../src/evidence/residue.ts';
import {type Usage, UsageTable, usageIn} from '../src/evidence/usage.ts';
import {Flag} from '../src/lexicon/lexicon.ts';
import {readData} from '../src/lexicon/assets.ts';
import {FIRST_NAMES} from '../src/evidence/first-names.ts';
import {defineRule} from '../src/rule/rule.ts';
import {checkOffices} from './translated-name/offices.ts';

/** In capitals these are no family names. */
const CAPITAL_TITLES = new Set('president minister chancellor senator governor secretary commissioner ambassador premier'.split(' '));
const TITLES = new Set([...CAPITAL_TITLES, ...'king queen prince princess pope general colonel mayor judge bishop archbishop professor doctor coach deputy captain'.split(' ')]);
/** What people do, behind a name that opens a sentence. */
const DOES = new Set('said says told was is has had will would won lost drew wrote made took gave came went did could added who'.split(' '));

const isFirstName = (word: string) => FIRST_NAMES.has(word);

/** Family names, as they are written and in lower case, and the words that they are made of. */
let surnames: readonly {readonly name: string; readonly base: string; readonly words: readonly string[]}[] | undefined;
/** Names of newspapers and the like, what they are turned into, word by word, the first also in lower case, and what stands beside them. */
let outlets: readonly {readonly name: string; readonly words: readonly string[]; readonly base: string; readonly cues: readonly string[]}[] | undefined;

const HONORIFICS = new Set('mr mrs ms'.split(' '));
const TITLE = wordClass(({folded, shape}) => HONORIFICS.has(folded) || TITLES.has(folded) && (shape !== 'capital' || CAPITAL_TITLES.has(folded)));
const SAYS = /^(?:said|says|will|announced|told|met|has|had|added|explained|resigned|arrived|accused|promised|declared)$/;
/** Adjectives that stand behind a title. */
const BEHIND_TITLES = new Set('elect designate general emeritus responsible present alone concerned involved available able ready due plenipotentiary extraordinary resident regnant dowager incumbent pro late worth likely unable unwilling willing keen such prior next last absent aware free unlikely sure certain open close similar eager happy afraid confident guilty capable subject'.split(' '));

const capital = (token: Token | undefined): boolean => token?.kind === 'word' && (token.word.shape === 'capital' || token.word.shape === 'mixed');
const isFirst = (token: Token | undefined) => capital(token) && (isFirstName(token!.word.base) || !token!.word.english && (token!.word.entry.flags & Flag.Person) !== 0);

function surnameAmong(document: Document, tokens: readonly Token[]): Token | undefined {
  for (const token of tokens) if (capital(token) && isFirst(document.before(token))) return token;
  return undefined;
}

/** Whether words follow each other from a token on, as they are written. */
function stands({tokens}: Document, words: readonly string[], from: number): boolean {
  for (let k = 0; k < words.length; k++) if (tokens[from + k]?.text !== words[k]) return false;
  return true;
}

/** A family name that a text has behind a first name, and the words, itself among them, that it may be read as. */
interface Named {
  readonly usage: Usage;
  readonly written: string;
  readonly reads: readonly string[];
}
const NAMED = new UsageTable((document, usage): Named | undefined => {
  const {base} = usage;
  const name = usage.capital + usage.opening && !isFirstName(base) ? surnameAmong(document, usage.tokens) : undefined;
  if (!name) return undefined;
  const written = name.text.slice(0, base.length);
  const english = [...(surnamesAsRead().get(written) ?? []), ...renderingsOf(base).flatMap((hit) => hit.rendering.english.map((word) => word.toLowerCase()))];
  return {usage, written, reads: [base, ...english.filter((word) => !word.includes(' ') && word !== base)]};
});

let read: ReadonlyMap<string, readonly string[]> | undefined;
const surnamesAsRead = () => (read ??= new Map(readData<string[]>('surnames').map((line) => {
  const [name = '', words = ''] = line.split(': ');
  return [name, words.toLowerCase().split(', ')];
})));

export default defineRule({
  id: 'translated-name',
  summary: 'A name turned into the words that it is made of, or an office under its foreign name',
  why: `Engines translate what they do not take for a name: \`Baker drew notes\` for a Ms Boulanger, \`the Country\` for El País; and they lose a title between the parts of a name: \`Emmanuel President Macron\`.

A family name counts as translated where the text has the right form with a first name and never a first name before the English word. Newspapers and clubs need a word beside them that says which is meant (\`the Spanish daily the Country\`). American and British offices come back as what other countries have (\`the Ministry of Justice\` in Washington, \`deputies\` in Westminster); where no other country is near, they get their own names. Lists: \`rules/surnames.txt\`, \`rules/outlets.txt\`.`,
  category: 'calque',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.9,
  examples: {
    bad: [
      {text: 'The talks with Emmanuel President Macron went on.', flagged: ['Emmanuel President Macron'], fixed: 'The talks with President Emmanuel Macron went on.'},
      {text: 'Last night Angela chancellor Merkel left.', flagged: ['Angela chancellor Merkel'], fixed: 'Last night Chancellor Angela Merkel left.'},
      {text: 'The winner is Isabelle Boulanger. According to Baker, the jury was fair.', flagged: ['Baker'], fixed: 'The winner is Isabelle Boulanger. According to Boulanger, the jury was fair.'},
      {text: 'The deputies Anna Wolf and Petro Mirny came. Mr. wolf was late, and the minister peaceful resigned.', flagged: ['wolf', 'peaceful'], fixed: 'The deputies Anna Wolf and Petro Mirny came. Mr. Wolf was late, and the minister Mirny resigned.', mt: 'yes'},
      {text: 'Trump told the Ministry of Justice in Washington to appeal the ruling. It had been expected for a week.', flagged: ['Ministry of Justice'], fixed: 'Trump told the Justice Department in Washington to appeal the ruling. It had been expected for a week.', mt: 'yes'},
      {text: 'Keir Starmer told the Minister of the Interior in Westminster that the deputies of the Labor Party were angry.', flagged: ['Minister of the Interior', 'deputies', 'Labor'], fixed: 'Keir Starmer told the Home Secretary in Westminster that the MPs of the Labour Party were angry.', mt: 'yes'},
      {text: 'He told the Spanish newspaper The Country that he would go.', flagged: ['The Country'], fixed: 'He told the Spanish newspaper El País that he would go.', mt: 'yes'},
    ],
    good: [
      {text: 'Martin Luther King Jr met Emmanuel Macron, the president. Angela Merkel, chancellor of Germany, left.', mt: 'yes'},
      {text: 'The winner is Isabelle Boulanger. James Baker was there, and Baker smiled.', mt: 'yes'},
      {text: 'Sabine Schwarz works for the Black Forest railway and lives in Black Lane.', mt: 'yes'},
      {text: 'Trump and Biden spoke of the Russian Ministry of Justice, and Starmer met the deputies of the Duma in Moscow.', mt: 'yes'},
      {text: 'Anna Wolf and Jack Black came. The mayor black market dealers feared, the president elect and the minister responsible met.', mt: 'yes'},
      {text: 'The Country Club in Madrid closed, and The World Bank sold the daily Mirror.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens} = document;
    const usage = usageIn(document);
    /** Family names that the text has behind a first name, by the English words they may be read as: of several, the one that comes last in the text. */
    let ledger: Map<string, string> | undefined;
    const readAs = (word: string): string | undefined => {
      if (!ledger) {
        ledger = new Map();
        const inOrder = [...NAMED.in(document).values()].sort((a, b) => a.usage.tokens[0]!.index - b.usage.tokens[0]!.index);
        for (const {written, reads} of inOrder) for (const word of reads) ledger.set(word, written);
      }
      return ledger.get(word);
    };

    /** "Mr. wolf", "minister peaceful": a family name in small letters behind a title, as the text has it elsewhere or read as a word. */
    function lowered(title: Token): void {
      const dot = document.after(title);
      const name = dot?.text === '.' ? document.after(dot) : dot;
      if (name?.kind !== 'word' || name.word.shape !== 'lower' || !name.spaced || name.text.length < 3 || document.isTitle(title.sentence) || FUNCTION_WORDS.has(name.word.base) || /(?:ed|ing|ly|[^s]s)$/.test(name.word.folded) || baseOfPast(name.word.folded) !== undefined || speaks(name.word.folded)) return;
      const next = document.after(name);
      const honorific = HONORIFICS.has(title.word.folded);
      const known = readAs(name.word.base);
      if (!known && !(honorific && dot?.text === '.') && !SAYS.test(next?.word.folded ?? '')) return;
      // "mayor black market", "minister peaceful talks": a noun goes on.
      if (next && (next.text === '-' || next.kind === 'word' && !FUNCTION_WORDS.has(next.word.folded) && posOf(document, next) !== 'VERB' && posOf(document, next) !== 'ADV')) return;
      const possessive = name.text.slice(name.word.base.length);
      if (known) report({start: name.start, end: name.end, proposals: [known + possessive], confidence: honorific ? 0.85 : 0.75, note: `The text also has the name “${known}”.`});
      else if (honorific) report({start: name.start, end: name.end, proposals: [name.text[0]!.toUpperCase() + name.text.slice(1)], confidence: 0.4, note: 'Behind a title stands a name.'});
      // Nothing else stands there: who is meant, the source alone says.
      else if (name.word.english && !BEHIND_TITLES.has(name.word.folded) && posOf(document, name) === 'ADJ') report({start: name.start, end: name.end, tier: 'report', confidence: 0.4, message: `\`${title.text} ${name.text}\`: a name seems to be read as a word`, note: 'Behind a title stands a name: see the source.'});
    }

    for (const token of document.where(TITLE)) {
      if (token.kind !== 'word') continue;
      lowered(token);
      if (HONORIFICS.has(token.word.folded)) continue;
      const first = document.before(token);
      const last = document.after(token);
      if (!first || !last || !capital(first) || !capital(last) || last.word.folded !== last.word.base && !last.text.includes('s') || first.word.folded !== first.word.base || !isFirstName(first.word.base) || isFirstName(last.word.base) || capital(document.before(first)) && !document.opensSentence(document.before(first)!)) continue;
      const title = token.text[0]!.toUpperCase() + token.text.slice(1);
      report({start: first.start, end: last.end, proposals: [`${title} ${first.text} ${last.text}`], confidence: 0.88, note: 'English puts a title before the whole name.'});
    }

    surnames ??= readData<string[]>('surnames').map((line) => {
      const [name = '', words = ''] = line.split(': ');
      const base = name.toLowerCase();
      return {name, base, words: words.toLowerCase().split(', ').filter((word) => word !== base && !word.includes(' '))};
    });
    for (const {name, base, words} of surnames) {
      const known = usage.get(base);
      if (!known?.tokens.some((t) => capital(t) && isFirstName(document.before(t)?.word.base ?? ''))) continue;
      for (const word of words) {
        const places = usage.get(word)?.tokens.filter((t) => t.word.shape === 'capital') ?? [];
        // Somebody else bears the English name, or it is part of a longer one.
        if (places.some((t) => capital(document.before(t)) && !document.opensSentence(document.before(t)!) || isFirstName(document.before(t)?.word.base ?? ''))) continue;
        for (const t of places.slice(0, 20)) {
          const next = document.after(t);
          if (capital(next) || (next && /^[-‐‑]$/.test(next.text)) || document.before(t)?.word.folded === 'the' || document.isTitle(t.sentence)) continue;
          const opens = document.opensSentence(t);
          if (opens && !DOES.has(next?.word.folded ?? '')) continue;
          const possessive = t.text.slice(t.word.base.length);
          report({start: t.start, end: t.end, proposals: [name + possessive], confidence: opens ? 0.75 : 0.9, note: `The text also has the name “${name}”, of which this is the translation.`});
        }
      }
    }

    checkOffices(document, report);

    outlets ??= readData<string[]>('outlets').flatMap((line) => {
      const [name = '', rest = ''] = line.split(': ');
      const [renderings = '', cues = ''] = rest.split('; ');
      return Array.from(new Set(renderings.split(', ').map((r) => r.replace(/^the /i, ''))), (rendering) => {
        const words = rendering.split(' ');
        return {name, words, base: words[0]!.toLowerCase(), cues: cues.toLowerCase().split(', ')};
      });
    });
    for (const {name, words, base, cues} of outlets) {
      const places = usage.get(base);
      if (places) for (const token of places.tokens.slice(0, 50)) {
        if (token.word.shape !== 'capital' || document.isTitle(token.sentence) || !stands(document, words, token.index)) continue;
        const last = tokens[token.index + words.length - 1]!;
        const next = document.after(last);
        const article = document.before(token);
        const the = article?.word.folded === 'the';
        if (capital(next) || (next && /^[-‐‑'’]$/.test(next.text)) || (words.length === 1 && !the) || (the && document.opensSentence(article))) continue;
        // A cue just in front: "the Spanish newspaper The Country".
        const near = tokens.slice(Math.max(document.sentences[token.sentence]!.first, token.index - 6), token.index).map((t) => t.word.folded);
        const hits = cues.filter((cue) => near.includes(cue)).length;
        if (hits) report({start: the ? article.start : token.start, end: last.end, proposals: [name], confidence: hits > 1 ? 0.8 : 0.4, note: `This may be the name “${name}”, translated.`});
      }
    }
  },
});
