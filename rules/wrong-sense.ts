import {inCaseOf} from '../src/document/english.ts';
import type {Document} from '../src/document/document.ts';
import {type Form, formOf, IRREGULAR_VERBS} from '../src/document/inflection.ts';
import type {Token} from '../src/document/token.ts';
import {DO, MODALS, participleAt} from '../src/evidence/clause.ts';
import {senseCrowd} from '../src/evidence/sense-crowd.ts';
import {type Candidate, measuresOf, type SenseHit, senseHitsIn} from '../src/evidence/sense-hits.ts';
import {rankedSenses, doubtOf} from '../src/evidence/sense-ranking.ts';
import {adds, MEASURE_NAMES, MEASURES, senseWeights} from '../src/evidence/sense-weights.ts';
import type {RightSense, Wrong} from '../src/evidence/senses.ts';
import {type LanguageChances, languageChances} from '../src/evidence/source-language.ts';
import {defineRule, type Report} from '../src/rule/rule.ts';

const NAMES: Readonly<Record<string, string>> = {ar: 'Arabic', de: 'German', en: 'English', es: 'Spanish', fr: 'French', id: 'Indonesian', it: 'Italian', ja: 'Japanese', ko: 'Korean', nl: 'Dutch', pl: 'Polish', pt: 'Portuguese', ro: 'Romanian', ru: 'Russian', tr: 'Turkish', uk: 'Ukrainian', zh: 'Chinese'};

/** Of `senseCrowd`, what hardly any sound text exceeds, and what each unit beyond it says. */
const USUAL = 0.3;
const CROWD = 4;

/** The chance from which on a language is named as the one a text came from. */
const LIKELY = 0.2;

/** Candidates shown by `mtlint explain --finding`. */
const MAX_EXPLAINED = 5;

/** A sentence of an unknown language does not show what it is about: of 45 senses proposed for single ones, editors had written one. */
const MIN_WORDS = 40;

export default defineRule({
  id: 'wrong-sense',
  summary: 'A real word in the wrong sense: another meaning of the source word was meant',
  why: `A word of the source language has several meanings, and the engine took the wrong one: French *avocat* is an avocado and a lawyer, Spanish *portero* a doorman and a goalkeeper. The result is a sound word in the wrong company: \`the avocado of the accused\`.

Every word of the sense lexicons is weighed against the words that could have stood there: by how both fit the words around and the subject of the text, by words that go with one of the meanings, by common pairs and by what else the text uses. Silent where the word is at home in its surroundings, in names and titles, and in fixed expressions; weak signs are shown only in texts that look machine-translated, and a word that means nearly the same only where the context leaves little doubt.`,
  category: 'calque',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.4,
  needs: 0.3,
  crowd: (document) => CROWD * Math.max(0, senseCrowd(document) - USUAL),
  examples: {
    bad: [
      {text: 'The judge heard the avocado of the accused, who asked the court to suspend the trial.', flagged: ['avocado'], fixed: 'The judge heard the lawyer of the accused, who asked the court to suspend the trial.', mt: 'yes', from: 'fr'},
      {text: 'The doormen of both clubs kept the match goalless until the striker scored from a penalty.', flagged: ['doormen'], fixed: 'The goalkeepers of both clubs kept the match goalless until the striker scored from a penalty.', mt: 'yes', from: 'es'},
      {text: 'The president, in power for twelve years, was abated in a coup by officers of the army on Monday.', flagged: ['abated'], fixed: 'The president, in power for twelve years, was overthrown in a coup by officers of the army on Monday.', mt: 'yes', from: 'it'},
      {text: 'After the protests the syndicates called a strike and asked all workers to leave the plant for higher wages.', flagged: ['syndicates'], fixed: 'After the protests the unions called a strike and asked all workers to leave the plant for higher wages.', mt: 'yes', from: 'fr'},
    ],
    good: [
      'She ordered toast with avocado and a poached egg.',
      'The doorman of the hotel held the door for the guests.',
      'Crime syndicates launder the money through banks abroad.',
      {text: 'The novel has twelve chapters, and the last chapter is the best part of the book.', mt: 'yes'},
      {text: 'The museum of modern art opens its new gallery on Friday.', mt: 'yes', from: 'de'},
      'The committee of the party met in the chamber of the lower house.',
    ],
  },
  explain(document, start) {
    const hit = rankedSenses(document).find(({first, last}) => document.tokens[first]!.start <= start + 3 && document.tokens[last]!.end > start);
    if (!hit) return '';
    const {bias} = senseWeights();
    const number = (x: number) => x.toFixed(2).padStart(7);
    const lines = [`The expression \`${hit.wrong.lemma}\` (${hit.wrong.record.pos}) against what may have been meant, in logits (0 is an even chance in a text of which nothing is known):`];
    for (const candidate of hit.ranked.slice(0, MAX_EXPLAINED)) {
      const {right, context, shift, score} = candidate;
      const measures = measuresOf(document, hit, candidate);
      const doubt = doubtOf(candidate);
      const final = score - doubt;
      lines.push('', `  ${right.word}  (${Object.entries(right.from).map(([l, w]) => `${l} ${w}`).join(', ')})`, `    ${'value'.padStart(7)}  ${'adds'.padStart(7)}`);
      let sum = bias;
      for (const [i, name] of MEASURE_NAMES.entries()) {
        const value = measures[i]!;
        const added = adds(i, value);
        sum += added;
        if (value !== 0 || added !== 0) lines.push(`    ${number(value)}  ${number(added)}  ${name}: ${MEASURES[name]}`);
      }
      lines.push(`    ${number(bias).padStart(16)}  level, from the fit`);
      if (Math.abs(context - sum) > 0.001) lines.push(`    ${number(context - sum).padStart(16)}  a short text, or a word that sound text often has here`);
      lines.push(`    ${number(shift).padStart(16)}  the source language`);
      if (doubt) lines.push(`    ${number(-doubt).padStart(16)}  it means nearly the same, a matter of style, or the source language hardly has it`);
      lines.push(`    ${number(final).padStart(16)}  sum: confidence ${(1 / (1 + Math.exp(-final))).toFixed(2)}`);
    }
    return lines.join('\n');
  },
  check(document, report) {
    const chances = languageChances(document, senseHitsIn(document));
    let next = 0;
    for (const hit of rankedSenses(document)) {
      if (hit.first < next) continue;
      next = hit.last + 1;
      report(reportOf(document, hit, chances));
    }
  },
});

/** How much less likely than the first a sense may be that is proposed behind it, in logits. */
const RIVAL = 1.5;

function reportOf(document: Document, hit: SenseHit, chances: LanguageChances): Report {
  const [first, last] = [document.tokens[hit.first]!, document.tokens[hit.last]!];
  const top = hit.ranked[0]!;
  const {right, score} = top;
  const by: Candidate[] = [];
  for (const other of hit.ranked) if (other === top || other.score > score - RIVAL) by.push(other);
  return {
    start: first.start, end: last.end, proposals: textsOf(document, first, last, hit, by),
    confidence: 1 / (1 + Math.exp(doubtOf(top) - score)), minWords: document.context.from ? 0 : MIN_WORDS,
    note: reasonOf(hit.wrong.lemma, right, chances),
  };
}

/** Names a source word only of a language from which the text may well come. */
function reasonOf(wrong: string, {word, from}: RightSense, chances: LanguageChances): string {
  let language = '';
  let most = 0;
  for (const one in from) {
    const chance = chances.get(one) ?? 0;
    if (chance > most) [language, most] = [one, chance];
  }
  if (most >= LIKELY) return `The ${NAMES[language]} word \`${from[language]}\` means “${wrong}” and “${word}”; the second fits here.`;
  if ('en' in from) return `Put into another language, “${word}” may become “${wrong}” on the way back; “${word}” fits here.`;
  return `Some languages have one word for “${wrong}” and “${word}”; the second fits here.`;
}

function areSame(a: readonly Candidate[], b: readonly Candidate[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

/** The texts proposed for a hit, for these of its candidates. */
function textsOf(document: Document, first: Token, last: Token, hit: SenseHit, by: readonly Candidate[]): readonly string[] {
  const known = hit.proposed;
  if (known && areSame(known.by, by)) return known.texts;
  const form = hit.plural ? 'plural' : formAt(document, first, hit.wrong);
  const possessive = /['’]s$/.exec(last.text)?.[0] ?? '';
  const words = by.flatMap(({right}, i) => [right.word, ...(i ? right.also.slice(0, 1) : right.also)]);
  const texts = [...new Set(words.map((word) => inCaseOf(first.text, formOf(word, form)) + possessive))];
  hit.proposed = {by, texts};
  return texts;
}

const PLAIN = /^(?:to|not|and|or|they|we|i|you|who)$/;
/** The form of a printed verb in its place: a past may be a participle ("was retired" is "was withdrawn"), "put" any of three. */
function formAt(document: Document, token: Token, {form, words, record}: Wrong): Form {
  if (record.pos !== 'verb') return form;
  const same = form === 'base' && IRREGULAR_VERBS.get(words[0]!)?.[0] === words[0];
  if (!same && form !== 'past') return form;
  if (participleAt(document, token.index)) return 'participle';
  if (!same) return form;
  const before = document.before(token);
  return before?.kind !== 'word' || MODALS.has(before.word.folded) || DO.has(before.word.folded) || PLAIN.test(before.word.folded) || before.word.folded.endsWith('s') ? 'base' : 'past';
}
