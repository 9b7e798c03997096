import {describe, expect, it} from 'vitest';
import {applyEdits} from '../src/fix/apply.ts';
import {lint} from '../src/index.ts';
import {cp437} from '../src/evidence/mojibake.ts';

const SENTENCES = [
  'The mayor of Malmö said the club’s new era begins — at last — in Kraków.',
  'The café charges €9 for a crème brûlée, but it’s worth it…',
  'Deputy José Muñoz of Cádiz won’t resign; “I can’t,” he said.',
  'The goal by Piszczek pleased the fans in Gdańsk and Łódź, near Košice.',
  'The singer Björk plays in Reykjavík, and the Škoda plant is shut.',
];

/** A text whose bytes in UTF-8 were read in another encoding. */
function misread(text: string, decode: (bytes: Uint8Array) => string): string {
  return [...text].map((c) => (c < '\x80' ? c : decode(new TextEncoder().encode(c)))).join('');
}
const decoderOf = (label: string) => (bytes: Uint8Array) => [...bytes].map((byte) => {
  const c = new TextDecoder(label).decode(Uint8Array.of(byte));
  return c === '\ufffd' ? String.fromCharCode(byte) : c;
}).join('');
const sloppy = (bytes: Uint8Array) => [...bytes].map((byte) => (byte === 0x9d || byte === 0x81 || byte === 0x8f || byte === 0x90 || byte === 0x8d ? String.fromCharCode(byte) : Buffer.of(byte).toString('latin1'))).map((c, i) => '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'[bytes[i]! - 0x80] ?? c).join('');
const plainMarks = (text: string) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replaceAll('\u00a0', ' ');

/** The text with the first proposals of `encoding` put in, whichever quotation marks it has. */
function repaired(text: string): string {
  const {findings} = lint(text);
  return plainMarks(applyEdits(text, findings.filter((f) => f.ruleId === 'encoding').flatMap((f) => f.proposals[0] ?? [])).text);
}

describe('UTF-8 read in another encoding', () => {
  for (const [name, decode] of [
    ['windows-1252', sloppy], ['latin-1', (bytes) => Buffer.from(bytes).toString('latin1')], ['cp437', (bytes) => [...bytes].map((byte) => [...cp437][byte - 0x80]).join('')],
    ...['windows-1250', 'windows-1251', 'windows-1254', 'macintosh', 'ibm866', 'koi8-r'].map((label) => [label, decoderOf(label)] as const),
  ] as [string, (bytes: Uint8Array) => string][]) {
    it(name, () => {
      for (const sentence of SENTENCES) expect(repaired(misread(sentence, decode))).toBe(plainMarks(sentence));
    });
  }
  it('twice and three times', () => {
    for (const sentence of SENTENCES) {
      expect(repaired(misread(misread(sentence, sloppy), sloppy))).toBe(plainMarks(sentence));
      expect(repaired(misread(misread(misread(sentence, sloppy), sloppy), sloppy))).toBe(plainMarks(sentence));
    }
  });
  it('with bytes that were lost', () => {
    expect(repaired('The clubâs owner canât pay, and itâ¦ ended.')).toBe("The club's owner can't pay, and it… ended.");
    expect(repaired('The Å koda plant in KoÅ¡ice is shut.')).toBe('The Škoda plant in Košice is shut.');
  });
});

it('one byte read in another encoding of one byte', () => {
  for (const [damaged, sound] of [
    ['The clubÕs owner from MŸnchen canÕt pay.', "The club's owner from München can't pay."],
    ['He donít know, and it wonÆt help.', "He don't know, and it won't help."],
    ['The mayor of Gdañsk met Erdoðan in Krakуw.', 'The mayor of Gdańsk met Erdoğan in Kraków.'],
    ['The sign said Ïðåçèäåíò in white.', 'The sign said Президент in white.'],
  ]) expect(repaired(damaged!)).toBe(sound);
});

it('escapes of pages, mails, programs and addresses', () => {
  for (const [damaged, sound] of [
    ['The club&amp;amp;rsquo;s owner &amp;#8211; no one else.', "The club's owner – no one else."],
    ['Rain is expected&nbsp until noon, in Lw&oacutew.', 'Rain is expected until noon, in Lwów.'],
    ['The club#8217;s owner left, and the roadnbsp;was shut.', "The club's owner left, and the road was shut."],
    ['The minister=E2=80=99s caf%C3%A9 and the caf+AOk-.', "The minister's café and the café."],
    ['He said \\"no\\" in the caf\\xe9.\\nThe rest left.', 'He said "no" in the café. The rest left.'],
  ]) expect(repaired(damaged!)).toBe(sound);
});

it('leaves sound text alone', () => {
  for (const text of [
    'París, Solís and Avilés met Sigurðsson, Þór and Óðinn; ‘naïve’ São Paulo said NÃO.',
    'The NF-κB pathway and TNF-α, 10 Å—about that—and a µ of 3; “Élan” and „Ärger“.',
    'The article on À la recherche and the Côte d’Ivoire, “Ça va”, Łukasz, Dvořák, Nguyễn, Beşiktaş.',
    'The folder C:\\temp\\new holds a < b > c, {x} and a[0]; 100% 20 times.',
    'Das Wort „Übermut“ und das Wort „Öl“ sind deutsch, the teacher said.',
  ]) expect(lint(text, {rules: {quotes: 'off', 'language-mix': 'off', untranslated: 'off', 'number-format': 'off'}}).findings.map((f) => `${f.ruleId}: ${f.actual}`)).toEqual([]);
});
