import {expect, it} from 'vitest';
import {ask, type Listener, listen, Question} from '../src/document/ask.ts';
import {Document} from '../src/document/document.ts';
import {proseFromText} from '../src/document/prose.ts';
import {ParagraphMemo} from '../src/rule/paragraph-memo.ts';

let answered = 0;
const SEGMENTS = new Question((whole) => {
  answered++;
  return whole.segments.length;
});
const STANDS = new Question((whole, word) => {
  answered++;
  return whole.text.includes(word);
});

it('a question of the whole text is answered once, or by who listens', () => {
  answered = 0;
  const document = new Document(proseFromText('One 9.400.\n\nTwo.\n\nThree.'), {});
  for (const segment of document.segments.keys()) expect(ask(document.within(segment), SEGMENTS)).toBe(3);
  expect(answered).toBe(1);
  // About something else it is another question; another document has its own answers.
  expect(['Two', 'Four', 'Two'].map((word) => ask(document, STANDS, word))).toEqual([true, false, true]);
  expect(ask(new Document(proseFromText('One.'), {}), SEGMENTS)).toBe(1);
  expect(answered).toBe(4);
  const listener: Listener = {ask: <T>(question: Question<T>, about: string) => question.answer(document, about)};
  expect(listen(listener, () => ask(document, STANDS, 'Two'), undefined)).toBe(true);
  expect(answered).toBe(5);
});

it('what is kept of a paragraph is found again when it changes, what stands near it does, or an answer is another one', () => {
  const memo = new ParagraphMemo();
  const words = (n: number, word: string) => Array.from({length: n}, () => word).join(' ');
  const made: number[] = [];
  const [near, far, asking] = [{}, {}, {}];
  const lint = (text: string) => {
    made.length = 0;
    const document = memo.document(proseFromText(text), {});
    for (const segment of document.segments.keys()) {
      memo.keep(segment, near, () => made.push(segment));
      memo.keep(segment, far, (view) => {
        view.lookFar();
        return made.push(10 + segment);
      });
      memo.keep(segment, asking, (view) => made.push(ask(view, STANDS, 'zebra') ? 21 : 20));
    }
    return [...made].sort();
  };
  const [a, b, c] = [words(30, 'apple'), words(40, 'berry'), words(50, 'cherry')];
  expect(lint(`${a}.\n\n${b}.\n\n${c}.`)).toEqual([0, 1, 10, 11, 12, 2, 20, 20, 20]);
  expect(lint(`${a}.\n\n${b}.\n\n${c}.`)).toEqual([]);
  // The last word of the last paragraph is far from the second.
  expect(lint(`${a}.\n\n${b}.\n\n${c} x.`)).toEqual([10, 11, 12, 2, 20]);
  // The first words of the last paragraph are near the second.
  expect(lint(`${a}.\n\n${b}.\n\nx ${c} x.`)).toEqual([1, 10, 11, 12, 2, 20, 20]);
  expect(lint(`${a}.\n\n${b}.\n\nx ${c} zebra.`)).toEqual([10, 11, 12, 2, 21, 21, 21]);
});
