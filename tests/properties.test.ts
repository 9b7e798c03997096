import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {fix, lint} from '../src/index.ts';

/** Hostile text: any code units, damaged words, marks, markup, other scripts. */
const PIECES = ['dayswhich', 'hard -won', 'XI', 'Xi Jinping', 'Ã¨', 'â€™', '“', '”', '«', '»', '¿', '(', ')', '%', '38,5', '1 500 000', '14 h 30', '22 of November', 'the the', 'for three hours for three hours', ' ?', '\u200b', '\u00ad', '\ufffd', '&#8217;', '&nbsp;', '<br />', '{0}', '%s', '\n\n', '\r\n', ' ', '.', ',', "'s", '’', 'micropuces', 'según informó la prensa', 'Аlmaty', 'ЦВК', '具身智能', '😀', '\ud800', '\udc00', 'e\u0301', '@-@', '▁', '&amp;apos;', 'Londons mayor', 'https://x.org', 'telegram account', 'The minister', 'he said', 'on Monday', 'Translated with DeepL', 'Weal and Envis Hisap', '\u0000', '\u202e'];
const hostile = fc.array(fc.oneof({weight: 3, arbitrary: fc.constantFrom(...PIECES)}, {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 12})}, {weight: 1, arbitrary: fc.string({maxLength: 12})}), {maxLength: 40}).map((parts) => parts.join(' '));

describe('for any text', () => {
  it('words that are names of properties of objects are words like others', () => {
    const words = Object.getOwnPropertyNames(Object.prototype).flatMap((name) => [name, `${name}s`, name.toLowerCase()]);
    const text = [...words.map((word) => `The ${word} of the ${word} team ${word} left with the ${word}, said ${word}.`), 'The Constructors lead; Constructors points and the CONSTRUCTORS cup.'].join(' ');
    for (const mt of ['auto', 'yes'] as const) expect(lint(text, {mt}).failures.map((f) => `${f.ruleId}: ${f.error.stack}`)).toEqual([]);
  });
  it('findings have valid offsets, do not overlap, and no rule fails', () => {
    fc.assert(fc.property(hostile, fc.constantFrom('auto', 'yes', 'no'), (text, mt) => {
      const {findings, failures, machineLikeness} = lint(text, {mt: mt as 'auto'});
      expect(failures.map((f) => `${f.ruleId}: ${f.error.stack}`)).toEqual([]);
      expect(machineLikeness).toBeGreaterThanOrEqual(0);
      expect(machineLikeness).toBeLessThanOrEqual(1);
      let last = 0;
      for (const f of findings) {
        expect(f.start).toBeGreaterThanOrEqual(last);
        expect(f.end).toBeGreaterThanOrEqual(f.start);
        expect(f.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(f.start, f.end)).toBe(f.actual);
        for (const p of f.proposals) expect(p.start >= 0 && p.start <= p.end && p.end <= text.length).toBe(true);
        last = f.end;
      }
    }), {numRuns: 600});
  }, 120_000);
  it('fixing twice is fixing once', () => {
    fc.assert(fc.property(hostile, (text) => {
      const once = fix(text).text;
      expect(fix(once).text).toBe(once);
    }), {numRuns: 300});
  }, 120_000);
});

const paragraphs = (size: number, paragraph: (i: number) => string) => Array.from({length: size / 40}, (_, i) => paragraph(i)).join('\n\n');

describe('time is linear', () => {
  const shapes: [string, (n: number) => string][] = [
    ['one endless word', (n) => 'a'.repeat(n)],
    ['unknown words', (n) => Array.from({length: n / 9}, (_, i) => `q${(i * 7919).toString(36)}zxv`).join(' ')],
    ['hyphens', (n) => 'a-'.repeat(n / 2)],
    ['quotation marks', (n) => '“a” “b '.repeat(n / 7)],
    ['brackets', (n) => '(['.repeat(n / 2)],
    ['digits', (n) => '1 234 '.repeat(n / 6)],
    ['dots', (n) => 'a.b.'.repeat(n / 4)],
    ['mojibake', (n) => 'Ã¨ â€™ '.repeat(n / 7)],
    ['mojibake of DOS', (n) => 'caf├⌐ ├╢ ΓÇÖ '.repeat(n / 12)],
    ['mojibake without end', (n) => 'â'.repeat(n)],
    ['escapes', (n) => '&amp;amp; \\u2019 =E2=80 %20 + [b] < b > " '.repeat(n / 42)],
    ['quotation marks in spaces', (n) => ' " a'.repeat(n / 4)],
    ['lines of a page', (n) => 'Lire aussi\n\nShare Tweet\n\n3 comments\n\n'.repeat(n / 37)],
    ['one sentence', (n) => 'The old road was shut again. '.repeat(n / 29)],
    ['tags', (n) => '<a <b &amp'.repeat(n / 10)],
    ['repetition', (n) => 'of the day and night '.repeat(n / 21)],
    ['capitals', (n) => 'The New York Stay To With '.repeat(n / 26)],
    ['foreign words', (n) => 'según informó la prensa local '.repeat(n / 30)],
    ['handles', (n) => '@a.b@c.d#e '.repeat(n / 11)],
    // What a rule asks of the whole text must not be found out anew in every paragraph: how it writes figures, apostrophes, names.
    ['paragraphs with figures', (n) => paragraphs(n, (i) => `On day ${i} they counted ${7 * i} houses.`)],
    ['paragraphs with Roman numerals', (n) => paragraphs(n, () => 'Pius XII spoke, and the crowd listened.')],
    ['paragraphs with names', (n) => paragraphs(n, (i) => `The Fbi met Mr. Vrk${(i * 7919).toString(36)} and the city s mayor.`)],
  ];
  for (const [name, make] of shapes) {
    it(name, () => {
      const time = (text: string) => {
        const begun = performance.now();
        lint(text);
        return performance.now() - begun;
      };
      time(make(20_000));
      const best = (text: string) => Math.min(time(text), time(text), time(text));
      const small = best(make(30_000));
      const large = best(make(240_000));
      // Eight times the text: a quadratic rule would take 64 times as long. The best of three, since other work may come between.
      expect(large / Math.max(small, 4)).toBeLessThan(32);
    }, 120_000);
  }
});
