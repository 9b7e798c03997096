import {expect, it} from 'vitest';
import {ask, listen} from '../src/document/ask.ts';
import {Document} from '../src/document/document.ts';
import {proseFromText} from '../src/document/prose.ts';

it('a question of the whole text is answered once, and heard by everybody', () => {
  const document = new Document(proseFromText('One 9.400.\n\nTwo.\n\nThree.'), {});
  let answered = 0;
  const question = (whole: Document) => {
    answered++;
    return whole.segments.length;
  };
  const heard: string[] = [];
  for (const segment of document.segments.keys()) listen({heard: (key, _, answer) => heard.push(`${key}: ${String(answer)}`)}, () => ask(document.within(segment), 'paragraphs', question));
  expect(answered).toBe(1);
  expect(heard).toEqual(['paragraphs: 3', 'paragraphs: 3', 'paragraphs: 3']);
  // Another key is another question; another document has its own answers.
  expect(ask(document, 'again', question)).toBe(3);
  expect(ask(new Document(proseFromText('One.'), {}), 'paragraphs', question)).toBe(1);
  expect(answered).toBe(3);
});
