import type {Document} from '../src/document/document.ts';
import {ARTICLES, DETERMINERS, inCaseOf} from '../src/document/english.ts';
import {formOf} from '../src/document/inflection.ts';
import type {Token} from '../src/document/token.ts';
import {isDisabled, measure, outlook, placeOf, senseWeights, weigh} from '../src/evidence/context-fit.ts';
import {inLoan} from '../src/evidence/loans.ts';
import {posOf} from '../src/evidence/pos.ts';
import {type RightSense, type Wrong, wrongSensesOf} from '../src/evidence/senses.ts';
import {sourceLanguageOf} from '../src/evidence/source-language.ts';
import {pairCount} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';

/** Below this even a surely machine-translated text shows nothing. */
const FLOOR = -2.4;
const NAMES: Readonly<Record<string, string>> = {ar: 'Arabic', de: 'German', es: 'Spanish', fr: 'French', id: 'Indonesian', it: 'Italian', ja: 'Japanese', ko: 'Korean', nl: 'Dutch', pl: 'Polish', pt: 'Portuguese', ro: 'Romanian', ru: 'Russian', tr: 'Turkish', uk: 'Ukrainian', zh: 'Chinese'};

/** The last token of an expression that begins at a token, if it stands there, and whether its last word is a plural. */
export function endOf(document: Document, token: Token, wrong: Wrong): {last: number; plural: boolean} | undefined {
  const {tokens} = document;
  let at = token.index;
  let plural = false;
  for (let k = 1; k < wrong.words.length; k++) {
    at++;
    if (tokens[at]?.text === '-') at++;
    const next = tokens[at];
    if (next?.kind !== 'word' || next.sentence !== token.sentence) return undefined;
    if (next.word.base === wrong.words[k]) continue;
    if (k === wrong.words.length - 1 && wrong.record.pos === 'noun' && next.word.base.endsWith('s') && formOf(wrong.words[k]!, 'plural') === next.word.base) plural = true;
    else return undefined;
  }
  return {last: at, plural};
}

/** Whether the stretch is part of an expression in which the word is right. */
export function isKept(document: Document, first: number, last: number, keep: readonly string[]): boolean {
  if (!keep.length) return false;
  const {tokens} = document;
  let around = ' ';
  for (let i = Math.max(0, first - 4); i <= Math.min(tokens.length - 1, last + 4); i++) around += `${tokens[i]!.text.toLowerCase()} `;
  return keep.some((k) => around.includes(` ${k} `) || around.includes(` ${k}s `));
}

const AN = /^(?:[aeio]|u(?!ni(?!n|m)|se|su|ti|ra)|hour|honest|honou?r|heir)/i;
const startsWithVowel = (word: string) => AN.test(word) && !/^(?:eu|one(?![a-z])|once)/i.test(word);

export default defineRule({
  id: 'wrong-sense',
  summary: 'A real word in the wrong sense: another meaning of the source word was meant',
  why: `A word of the source language has several meanings, and the engine took the wrong one: French *avocat* is an avocado and a lawyer, Spanish *portero* a doorman and a goalkeeper. The result is a sound word in the wrong company: \`the avocado of the accused\`.

Every word of the sense lexicons is weighed against the words that could have stood there: by how both fit the words around and the subject of the text, by words that go with one of the meanings, by common pairs and by what else the text uses. Silent where the word is at home in its surroundings, in names and titles, and in fixed expressions; weak signs are shown only in texts that look machine-translated.`,
  category: 'calque',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.4,
  needs: 0.3,
  examples: {
    bad: [
      {text: 'The judge heard the avocado of the accused, who asked the court to suspend the trial.', flagged: ['avocado'], fixed: 'The judge heard the lawyer of the accused, who asked the court to suspend the trial.', mt: 'yes', from: 'fr'},
      {text: 'The doormen of both clubs kept the match goalless until the striker scored from a penalty.', flagged: ['doormen'], fixed: 'The goalkeepers of both clubs kept the match goalless until the striker scored from a penalty.', mt: 'yes', from: 'es'},
      {text: 'After the protests the syndicates called a strike and asked all workers to leave the plant for higher wages.', flagged: ['syndicates'], fixed: 'After the protests the unions called a strike and asked all workers to leave the plant for higher wages.', mt: 'yes', from: 'fr'},
      {text: 'Parliament passed the law project at first reading, and the minister said that the text would go to the senate.', flagged: ['law project'], fixed: 'Parliament passed the bill at first reading, and the minister said that the text would go to the senate.', mt: 'yes', from: 'uk'},
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
  check(document, report) {
    const {tokens} = document;
    const {language: bonus, short} = senseWeights();
    let source: ReturnType<typeof sourceLanguageOf> | null = null;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.kind !== 'word' || token.text.length < 3) continue;
      const {shape, base} = token.word;
      if (shape !== 'lower' && (shape !== 'capital' || !document.opensSentence(token))) continue;
      const candidates = wrongSensesOf(base);
      if (!candidates.length || document.context.accepted?.has(base)) continue;
      const hit = best(candidates, token);
      // "sine qua non"
      if (!hit || inLoan(document, token)) continue;
      i = hit.last;
      propose(token, hit);
    }

    interface Hit {readonly wrong: Wrong; readonly right: RightSense; readonly last: number; readonly plural: boolean; readonly score: number; readonly others: readonly RightSense[]}

    function best(candidates: readonly Wrong[], token: Token): Hit | undefined {
      let found: Hit | undefined;
      for (const wrong of candidates) {
        if (isDisabled(wrong.lemma)) continue;
        const end = wrong.words.length > 1 ? endOf(document, token, wrong) : {last: token.index, plural: false};
        if (!end || !stands(token.index, end.last, wrong)) continue;
        const likely = wrong.record.right.filter((right) => outlook(document, token.index, end.last, wrong, right) + languageOf(right) + lengthOf() > FLOOR);
        if (!likely.length) continue;
        const place = placeOf(document, token.index, end.last);
        const ranked = likely.map((right) => ({right, score: weigh(measure(place, wrong, right)) + languageOf(right) + lengthOf()})).sort((a, b) => b.score - a.score);
        const [top] = ranked;
        if (!top || top.score < FLOOR || (found && found.score >= top.score && found.last >= end.last)) continue;
        if (!agrees(token, tokens[end.last]!, wrong)) continue;
        found = {wrong, right: top.right, ...end, score: top.score, others: ranked.slice(1).filter((r) => r.score > top.score - 1.5).map((r) => r.right)};
      }
      return found;
    }

    /** Not part of a name, a title, a hyphenated word or an expression in which it is right. */
    function stands(first: number, last: number, wrong: Wrong): boolean {
      const before = tokens[first - 1];
      const after = tokens[last + 1];
      if (after && !after.spaced && /^[-‑–'’]$/.test(after.text)) return false;
      if (before && !tokens[first]!.spaced && /^[-‑–'’]$/.test(before.text)) return false;
      if (after?.kind === 'word' && after.word.shape === 'capital' && tokens[first]!.word.shape === 'capital') return false;
      if (wrong.words.length > 1 && wrong.words.every((w, k) => k === 0 || pairCount(wrong.words[k - 1]!, w) > 60)) return false;
      return !isKept(document, first, last, wrong.record.keep) && !document.isTitle(tokens[first]!.sentence);
    }

    function languageOf(right: RightSense): number {
      if (source === null) source = sourceLanguageOf(document);
      if (!source || source.score < 0.3) return 0;
      return source.language in right.from ? bonus.same * source.score : bonus.other * source.score;
    }

    function lengthOf(): number {
      return document.wordCount < short.words ? short.penalty : 0;
    }

    function agrees(token: Token, last: Token, wrong: Wrong): boolean {
      const tag = posOf(document, wrong.record.pos === 'verb' ? token : last);
      if (!tag) return true;
      const before = document.before(token);
      const determined = before?.kind === 'word' && (DETERMINERS.has(before.word.base) || ARTICLES.has(before.word.base));
      switch (wrong.record.pos) {
        case 'noun': return tag === 'NOUN' || tag === 'PROPN' || (determined && wrong.form === 'base' && (tag === 'ADJ' || tag === 'VERB') && posOf(document, tokens[last.index + 1] ?? last) !== 'NOUN');
        case 'verb': return tag === 'VERB' || tag === 'AUX' || (tag === 'ADJ' && wrong.form === 'participle' && !determined);
        case 'adjective': return tag === 'ADJ' || (tag === 'VERB' && /(?:ed|ing)$/.test(wrong.lemma)) || (tag === 'NOUN' && wrong.words.length > 1);
        case 'adverb': return tag === 'ADV' || wrong.words.length > 1;
      }
    }

    function propose(token: Token, {wrong, right, last, plural, score, others}: Hit): void {
      const form = plural ? 'plural' : wrong.form;
      const possessive = /['’]s$/.exec(tokens[last]!.text)?.[0] ?? '';
      const inflected = (word: string) => inCaseOf(token.text, formOf(word, form)) + possessive;
      const texts = [right.word, ...right.also, ...others.flatMap((o) => [o.word, ...o.also.slice(0, 1)])].map(inflected);
      const article = document.before(token);
      const bare = article?.word.folded;
      let {start} = token;
      let proposals = texts;
      if (article && (bare === 'a' || bare === 'an')) {
        const wanted = (text: string) => (startsWithVowel(text) ? 'an' : 'a');
        if (wanted(texts[0]!) !== bare) {
          start = article.start;
          proposals = texts.map((text) => `${inCaseOf(article.text.length > 1 ? article.text : article.text.toLowerCase(), wanted(text))} ${text}`);
          if (article.word.shape !== 'lower') proposals = proposals.map((text) => text[0]!.toUpperCase() + text.slice(1));
        } else proposals = texts.filter((text) => wanted(text) === bare);
      }
      const languages = Object.keys(right.from);
      const language = source && source.language in right.from ? source.language : languages[0]!;
      report({
        start, end: tokens[last]!.end, proposals: [...new Set(proposals)],
        confidence: 1 / (1 + Math.exp(-score)),
        note: `The ${NAMES[language] ?? 'source'} word \`${right.from[language]}\` means “${wrong.lemma}” and “${right.word}”; the second fits here.`,
      });
    }
  },
});
