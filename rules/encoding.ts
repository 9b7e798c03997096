import {ask, Question} from '../src/document/ask.ts';
import {decodeNamedCharacterReference} from 'decode-named-character-reference';
import type {Document} from '../src/document/document.ts';
import type {Token} from '../src/document/token.ts';
import {repairs, windows1252} from '../src/evidence/mojibake.ts';
import {wordClass} from '../src/document/word.ts';
import {isEnglish, languagesOf, lookup, lookupPlain} from '../src/lexicon/lexicon.ts';
import {isLicence, isTechnical} from '../src/evidence/text-kind.ts';
import {defineRule} from '../src/rule/rule.ts';

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u200c\u200d\u200e\u200f]/g;
/** Cyrillic and Greek letters that look like Latin ones. */
const TWINS: Readonly<Record<string, string>> = {
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X', І: 'I', Ї: 'Ï', Ј: 'J', Ѕ: 'S', а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ї: 'ï', ј: 'j', ѕ: 's', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l', к: 'k', м: 'm', н: 'n', т: 't', в: 'b', г: 'r', п: 'n', и: 'u',
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X', ο: 'o', ν: 'v', α: 'a', ι: 'i', ρ: 'p', υ: 'u', κ: 'k', τ: 't',
};
const LIGATURES: Readonly<Record<string, string>> = {ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st'};
const TAGS = /^<\/?(?:a|abbr|b|blockquote|br|center|cite|code|div|em|figcaption|figure|font|g|h[1-6]|hr|i|iframe|img|input|ins|li|mark|ol|p|pre|q|s|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|thead|time|tr|u|ul|video|x)\b/i;

/** What stands behind an apostrophe. */
const SUFFIX = /^(?:s|t|re|ve|ll|d|m)$/i;
/** Letters that get lost, the commonest first. */
const LETTERS = 'éèêëáàâäãåíìîïóòôöõøúùûüçñšžčćăşß';
/** What a language that has a word is worth, as frequency. */
const IN_LANGUAGE = 20;
/** Letters that are neither ASCII nor Latin with accents. */
const OTHER_LETTERS = /[^\0-\u00ac\u00ae-\u036f\u1e00-\u1eff’]/;
const ODD = wordClass(({text}) => OTHER_LETTERS.test(text) || /^(?:[<&]|[{%$[\ufffd]$)/.test(text));

const CLOSED = new Question((whole, name) => whole.text.includes(`</${name}`));
const CURLY = new Question((whole) => /[“”][^“”]*[“”]|[a-zÀ-ɏ]’[a-z]/i.test(whole.text));

export default defineRule({
  id: 'encoding',
  summary: 'Damaged characters, entities, tags and placeholders, invisible and look-alike letters',
  why: `Text that was decoded with the wrong character set (\`LefÃ¨vre\`, \`partnerâ€™s\`), HTML that was translated as text (\`&#8217;\`, \`<br />\`), placeholders that nobody filled (\`{0}\`, \`%s\`), characters that nobody sees (soft hyphens, zero-width spaces) and Cyrillic letters inside Latin words (\`Аlmaty\`).

Silent on letters with accents as names have them, on trademarks and dashes behind a letter, and on text in other scripts.`,
  category: 'encoding',
  tier: 'safe',
  severity: 'error',
  since: '0.1.0',
  evidence: 0.5,
  reach: 'paragraph',
  kinds: {
    mojibake: 'Text decoded with the wrong character set',
    markup: 'Entities and tags of a web page',
    placeholder: 'A placeholder that was never filled',
    invisible: 'Characters that nobody sees',
    'look-alike': 'Cyrillic or Greek letters in a Latin word',
    ligature: 'Two letters in one character',
    lost: 'A character that was lost',
  },
  examples: {
    bad: [
      {text: 'The company LefÃ¨vre said itâ€™s sorry.', flagged: ['Ã¨', 'â€™'], fixed: "The company Lefèvre said it's sorry."},
      {text: 'The city&#8217;s pools in A Coru&ntilde;a closed.', flagged: ['&#8217;', '&ntilde;'], fixed: 'The city’s pools in A Coruña closed.'},
      {text: 'The minister &apos;s car left.', flagged: [' &apos;'], fixed: "The minister's car left."},
      {text: 'Grief followed. <br />The minister left.', flagged: ['<br />'], fixed: 'Grief followed. The minister left.'},
      {text: 'It raised {0} yuan from %s investors.', flagged: ['{0}', '%s'], fixed: undefined},
      {text: 'Shippers in \u0410lmaty and Shen\u200bzhen complain.', flagged: ['\u0410lmaty', 'Shen\u200bzhen'], fixed: 'Shippers in Almaty and Shenzhen complain.'},
      {text: 'She didn\ufffdt \ufb01nd it.', flagged: ['didn\ufffdt', '\ufb01nd'], fixed: "She didn't find it."},
      {text: 'The caf\ufffd in M\ufffdnchen was closed.', flagged: ['caf\ufffd', 'M\ufffdnchen'], fixed: 'The café in München was closed.'},
    ],
    good: [
      'Charlotte Brontë… and AHÅ™, the new sofa, cost £5 — “naïve” São Paulo NÃO.',
      'A radius of 10 Å—about—was measured at 20 °C.',
      'ВІКІ is Ukrainian for WIKI, and Άρης is a team.',
      'Write to <a at example.org> where package <I> is meant; ┌──┐ is a box.',
      'AT&T & Co; x < y > z; it rose 100% so far.',
      'The family emoji 👨‍👩‍👧 has joiners.',
    ],
  },
  check(document, report) {
    const {text, tokens} = document;
    const curly = ask(document, CURLY);
    const styled = (s: string) => (curly ? s : s.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"));

    for (const [from, to] of document.ownStretches) {
      const stretch = text.slice(from, to);
      if (!/[^\0-\x7f]/.test(stretch)) continue;
      let straightened = false;
      for (const {start, end, text: put, confidence} of repairs(stretch, (word) => isEnglish(word) || languagesOf(word).length > 0)) {
        // "──┐": a table or a drawing
        if (/^[\u2500-\u259f]+$/.test(stretch.slice(start, end))) continue;
        const decoded = styled(put);
        if (decoded !== put && /["]/.test(decoded)) straightened = true;
        report({kind: 'mojibake', start: from + start, end: from + end, proposals: [decoded], confidence, note: 'The text was decoded with the wrong character set.'});
      }
      // The partner of a mark that was repaired to a straight one.
      if (straightened) for (const token of document.ownTokens) if (token.start >= from && token.end <= to && (token.text === '”' || token.text === '“')) report({kind: 'mojibake', start: token.start, end: token.end, proposals: ['"'], confidence: 0.9, note: 'Its partner is a straight quotation mark.'});
    }
    for (const [from, to] of document.ownStretches) for (const m of text.slice(from, to).matchAll(/[\0-\x08\x0e-\x1f\x7f]+/g)) report({kind: 'invisible', start: from + m.index, end: from + m.index + m[0].length, proposals: [''], confidence: 0.95, note: 'A control character that nobody sees.'});
    for (const token of document.where(ODD)) {
      const {index: i} = token;
      if (token.kind === 'markup') checkMarkup(token);
      else if (token.kind === 'word' || token.kind === 'mixed') checkWord(token);
      else if (token.text === '{' || token.text === '%' || token.text === '$' || token.text === '[') checkPlaceholder(i);
      else if (token.text === '\ufffd' && !isTechnical(document)) checkReplacement(i);
    }

    function checkMarkup(token: Token): void {
      const note = 'Code of a web page was taken for text.';
      if (token.text.startsWith('&')) {
        const body = token.text.slice(1, -1);
        const numeric = /^#(?:x([\da-f]+)|(\d+))$/i.exec(body);
        const code = numeric ? Number.parseInt(numeric[1] ?? numeric[2]!, numeric[1] ? 16 : 10) : 0;
        const named = numeric ? undefined : decodeNamedCharacterReference(body);
        const decoded = numeric ? (code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? numericCharacter(code) : undefined) : named || undefined;
        if (decoded === undefined) return;
        const put = decoded === '\u00a0' ? ' ' : decoded === '\u00ad' || decoded === '\u200b' ? '' : decoded;
        // "minister &apos;s": cut as engines cut words.
        const next = tokens[token.index + 1];
        const before = tokens[token.index - 1];
        const cut = put === "'" && token.spaced && before?.segment === token.segment && before.kind === 'word' && next?.kind === 'word' && !next.spaced && SUFFIX.test(next.text);
        report({kind: 'markup', start: cut ? before.end : token.start, end: token.end, proposals: [put], confidence: 0.97, note});
        return;
      }
      if (!token.text.startsWith('<!--') && !TAGS.test(token.text)) return;
      // "<a at example.org>" is an address, "<I>" without "</I>" stands for something; documentation shows tags.
      if (/^<[a-z\d]+ [^=]*\.[^=]*>$/i.test(token.text) || /^<[abiqsux]>$/i.test(token.text) && !ask(document, CLOSED, token.text.slice(1, -1)) || isTechnical(document) || isLicence(document)) return;
      const line = /^<\/?(?:br|p|div|li|h\d)/i.test(token.text);
      const before = tokens[token.index - 1];
      const after = tokens[token.index + 1];
      const joined = before && after && !token.spaced && !after.spaced && before.segment === after.segment && line;
      const doubled = after && token.spaced && after.spaced && after.segment === token.segment;
      report({kind: 'markup', start: token.start, end: doubled ? after.start : token.end, proposals: [joined ? ' ' : ''], confidence: 0.9, note});
    }

    function checkWord(token: Token): void {
      const {text: form} = token;
      if (!OTHER_LETTERS.test(form)) return;
      const latin = /\p{Script=Latin}/u.test(form);
      if (!latin) return;
      if (INVISIBLE.test(form)) {
        INVISIBLE.lastIndex = 0;
        report({kind: 'invisible', start: token.start, end: token.end, proposals: [form.replace(INVISIBLE, '')], confidence: 0.97, note: 'There is a character in this word that nobody sees.'});
        return;
      }
      let twin = '';
      let other = 0;
      let ligature = false;
      for (const c of form) {
        if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(c)) {
          other++;
          twin += TWINS[c] ?? '\0';
        } else if (LIGATURES[c]) {
          ligature = true;
          twin += LIGATURES[c];
        } else twin += c;
      }
      if (ligature && !other) report({kind: 'ligature', start: token.start, end: token.end, proposals: [twin], confidence: 0.9, note: 'Two letters in one character, from a printed page.'});
      else if (other && !twin.includes('\0')) report({kind: 'look-alike', start: token.start, end: token.end, proposals: [twin], confidence: known(document, twin) || other <= 2 ? 0.97 : 0.85, note: 'Some letters of this word are Cyrillic or Greek and only look Latin.'});
    }

    function checkPlaceholder(i: number): void {
      const {start, spaced} = tokens[i]!;
      const piece = text.slice(start, start + 64);
      const m = /^(?:\{\d{1,2}\}|\{\{\s?[\w.]{1,30}\s?\}\}|\$\{[\w.]{1,30}\}|\[(?:UNK|MASK|NAME|DATE|URL)\])/.exec(piece) ?? (spaced || i === 0 ? /^%(?:\d\$)?[sd](?![\p{L}\d])/u.exec(piece) : null);
      if (m) report({kind: 'placeholder', start, end: start + m[0].length, confidence: 0.9, note: 'A placeholder that was never filled: ask the source.'});
    }

    function checkReplacement(i: number): void {
      const token = tokens[i]!;
      const before = tokens[i - 1];
      const after = tokens[i + 1];
      const inWord = before?.kind === 'word' && after?.kind === 'word' && !token.spaced && !after.spaced;
      const note = 'A character was lost.';
      if (inWord && SUFFIX.test(after.text)) report({kind: 'lost', start: before.start, end: after.end, proposals: [`${before.text}${curly ? '’' : "'"}${after.text}`], confidence: 0.95, tier: 'safe', note});
      else if (inWord) {
        // One letter is missing: which one makes a known word?
        const candidates = withLetter((c) => before.text + c + after.text);
        report({kind: 'lost', start: before.start, end: after.end, proposals: [...new Set(candidates)].slice(0, 5), confidence: 0.9, tier: 'suggest', note});
      } else {
        const word = before?.kind === 'word' && before.text.length > 2 && !token.spaced ? before : undefined;
        const candidates = word && !word.word.english ? withLetter((c) => word.text + c) : [];
        if (candidates.length) report({kind: 'lost', start: word!.start, end: token.end, proposals: candidates, confidence: 0.9, tier: 'suggest', note});
        else report({kind: 'lost', start: token.start, end: token.end, confidence: 0.85, note: 'A character was lost: ask the source.'});
      }
    }

    /** The words that one letter may make: those that are known as they are written, the best known first; else those known without accents. */
    function withLetter(make: (letter: string) => string): string[] {
      const forms = [...LETTERS].map((c) => {
        const form = make(c);
        const lower = form.toLowerCase();
        return {form, score: lookup(lower).frequency + IN_LANGUAGE * Math.min(3, languagesOf(lower).length), plain: lookupPlain(lower).frequency};
      });
      const written = forms.filter(({score}) => score > 0).sort((a, b) => b.score - a.score);
      return (written.length ? written : forms.filter(({plain}) => plain > 90)).slice(0, 5).map(({form}) => form);
    }
  },
});

/** Numeric references of 128 to 159 mean Windows-1252, as in browsers. */
function numericCharacter(code: number): string {
  return code >= 0x80 && code <= 0x9f ? windows1252(code) : String.fromCodePoint(code);
}
function known(document: Document, form: string): boolean {
  return document.context.accepted?.has(form.toLowerCase()) === true || lookupPlain(form.toLowerCase()).frequency > 0;
}
