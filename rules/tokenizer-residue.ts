import {ask, Question} from '../src/document/ask.ts';
import {isEnglish} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';

interface Residue {
  /** A paragraph without any of these has none; `^`: at its beginning. */
  readonly signs: readonly string[];
  readonly pattern: RegExp;
  /** `opens`: at the beginning of its paragraph. Undefined for what is no residue. */
  readonly put: string | ((m: RegExpExecArray, opens: boolean) => string | undefined);
  readonly confidence: number;
  /** Quotation marks, which people type so, too: only beside other marks, or cut off from what they quote. */
  readonly quotes?: true;
  /** Only in texts that were cut into words. */
  readonly cut?: true;
  /** A match stands for a word or a mark that is gone: what is left without it may be no sentence. */
  readonly lost?: RegExp;
}
const BRACKETS: Readonly<Record<string, string>> = {LRB: '(', RRB: ')', LSB: '[', RSB: ']', LCB: '{', RCB: '}'};
const APOSTROPHES: Readonly<Record<string, string>> = {apos: "'", quot: '"', amp: '&', lt: '<', gt: '>', '#39': "'", '#91': '[', '#93': ']', '#124': '|'};

/** A straight quotation mark between spaces. */
const OPENING = [' " ', '\n" ', '^" '];
const hasSign = (paragraph: string, sign: string) => (sign.startsWith('^') ? paragraph.startsWith(sign.slice(1)) : paragraph.includes(sign));

const RESIDUE: readonly Residue[] = [
  // Moses: "half @-@ time", "1 @,@ 000"
  {signs: ['@'], pattern: / ?@ ?([-,./:]) ?@ ?/g, put: '$1', confidence: 0.99},
  {signs: ['＠'], pattern: / ?＠([－，．／：])＠ ?/g, put: (m) => m[1]!.normalize('NFKC'), confidence: 0.99},
  // OpenNMT: "gov￭ ern￭ ment"
  {signs: ['￭'], pattern: / ?￭ ?/g, put: '', confidence: 0.98},
  // Subword pieces: "inter@@ national", "inter ##national", "▁the▁talks", "Ġtalks"
  {signs: ['@@ '], pattern: /@@ (?=\p{L})/gu, put: '', confidence: 0.98},
  {signs: [' ##'], pattern: / ##(?=\p{Ll}{2})/gu, put: '', confidence: 0.97},
  {signs: ['▁'], pattern: / ?▁(?=\S)/g, put: (_, opens) => (opens ? '' : ' '), confidence: 0.98},
  {signs: ['▁'], pattern: /▁/g, put: '', confidence: 0.95},
  {signs: ['Ġ'], pattern: / ?Ġ(?=([A-Za-z]{1,40})(?:Ġ|\P{L}|$))/gu, put: (m, opens) => (isEnglish(m[1]!.toLowerCase()) ? (opens ? '' : ' ') : undefined), confidence: 0.95},
  {signs: ['Ċ'], pattern: /Ċ+/g, put: ' ', confidence: 0.95},
  {signs: ['</w>'], pattern: /<\/w>(?=(\p{L})?)/gu, put: (m) => (m[1] ? ' ' : ''), confidence: 0.97},
  // Special tokens
  {signs: ['<', '['], pattern: /(?: ?<\/?(?:s|unk|pad|bos|eos|mask|cls|sep|start_of_turn|end_of_turn|extra_id_\d{1,3}|2[a-z]{2})>){1,200} ?|<\|[a-z_]{2,20}\|>|<<\/?SYS>> ?| ?\[\/?INST\] ?|\[(?:SEP|CLS|PAD|EOS|BOS)\] ?| ?<0x[\dA-F]{2}> ?/gi, put: (m) => (/^ .* $/.test(m[0]) ? ' ' : ''), confidence: 0.97, lost: /unk|mask/i},
  // The same, cut into words as the rest of the text is
  {signs: ['< '], pattern: /(?: ?< \/? ?(?:unk|pad|bos|eos) >){1,200} ?/gi, put: (m) => (/^ .* $/.test(m[0]) ? ' ' : ''), confidence: 0.97, lost: /unk/i},
  // Which language was wanted, before the text
  {signs: ['__', '_XX', '>>', '_Latn', '_Cyrl', '_Arab', '_Han'], pattern: /^(?:>>[a-z]{2,3}(?:_[A-Za-z]{2,4})?<<|__[a-z]{2}__|[a-z]{3}_(?:Latn|Cyrl|Arab|Hans|Hant)|[a-z]{2}_XX) ?/g, put: '', confidence: 0.97},
  {signs: ['⁇'], pattern: / ?⁇ ?/g, put: ' ', confidence: 0.95, lost: /⁇/},
  // Treebank: "do n't", "-LRB- sic -RRB-", "`` so ''"
  {signs: [" n't", ' n’t', " N'T", ' N’T'], pattern: /(?<=\b(?:do|does|did|is|are|was|were|has|have|had|wo|ca|would|could|should|must|need)) (?=n['’]t\b)/gi, put: '', confidence: 0.97},
  {signs: ['RB-', 'SB-', 'CB-', 'rb-', 'sb-', 'cb-'], pattern: /-(LRB|LSB|LCB)- ?| ?-(RRB|RSB|RCB)-/gi, put: (m) => BRACKETS[(m[1] ?? m[2]!).toUpperCase()]!, confidence: 0.98},
  {signs: ['on na', 'an na', 'ot ta', 'im me', 'em me', 'ON NA', 'AN NA'], pattern: /(?<=\b(?:gon|wan)) (?=na\b)|(?<=\bgot) (?=ta\b)|(?<=\b(?:gim|lem)) (?=me\b)/gi, put: '', confidence: 0.97},
  // "the workers ' union", " new era "
  {signs: ["s ' "], pattern: /(?<=\p{Ll}s) ' (?=\p{Ll})/gu, put: "' ", confidence: 0.93, cut: true},
  {signs: OPENING, pattern: /(?<=(?:^|[^\d\s]\s)") (?=[^"\n]{1,300} "(?:$|[\s,.;:!?]))/g, put: '', confidence: 0.9},
  {signs: OPENING, pattern: / (?="(?:$|[\s,.;:!?]))(?<=(?:^|[^\d\s]\s)" [^"\n]{1,300} )/g, put: '', confidence: 0.9},
  {signs: ['``'], pattern: /`` ?/g, put: '"', confidence: 0.9, quotes: true},
  {signs: ["''"], pattern: / ?''(?!')/g, put: '"', confidence: 0.8, quotes: true},
  // Twice escaped: "minister &amp;apos;s", "&amp;apos;", "& apos ;"
  {signs: ['&amp;'], pattern: / &amp;(?:apos|#39);(?=(?:s|t|re|ve|ll|d|m)\b)/g, put: "'", confidence: 0.99},
  {signs: ['&amp;'], pattern: /&amp;(apos|quot|amp|lt|gt|#39|#91|#93|#124);/g, put: (m) => APOSTROPHES[m[1]!]!, confidence: 0.99},
  {signs: ['& '], pattern: / ?& (apos|quot|amp|#39|#91|#93|#124) ; ?/g, put: (m) => APOSTROPHES[m[1]!]!, confidence: 0.95},
];

/** Any sign: most paragraphs have none, and are looked through once. */
const ANY_SIGN = new RegExp([...new Set(RESIDUE.flatMap(({signs}) => signs))].map((sign) => sign.replaceAll('[', '\\[')).join('|'));

const BACK_QUOTES = new Question((whole) => whole.text.includes('``'));
/** A text that was cut into words: "`` so ''", "do n't", "-LRB-". */
const CUT = new Question((whole) => /(?:^|\s)``\s|\s''(?:\s|$)|-[LR][RSC]B-| n['’]t\b|\p{L} ['’]s /u.test(whole.text));

export default defineRule({
  id: 'tokenizer-residue',
  summary: 'Marks with which engines cut text into pieces',
  why: `Engines cut words into pieces, mark the cuts and glue them again; where that fails the marks stay: \`half @-@ time\`, \`inter@@ national\`, \`▁the\`, \`<unk>\`, \`&amp;apos;\`, \`-LRB-\`.

Silent inside code and addresses, on two apostrophes that stand for inches or for an empty quotation, and on quotations with \`\` and '' as on a typewriter unless the text was cut into words.`,
  category: 'encoding',
  tier: 'safe',
  severity: 'error',
  since: '0.1.0',
  evidence: 1,
  reach: 'paragraph',
  examples: {
    bad: [
      {text: 'They scored before half @-@ time against inter@@ national teams.', flagged: [' @-@ ', '@@ '], fixed: 'They scored before half-time against international teams.'},
      {text: '▁The▁talks were ▁long.', flagged: ['▁', '▁', ' ▁'], fixed: 'The talks were long.'},
      {text: 'He met the <unk> of the club.', flagged: [' <unk> '], fixed: 'He met the of the club.'},
      {text: 'One part is called < unk > < unk > the house.', flagged: [' < unk > < unk > '], fixed: 'One part is called the house.'},
      {text: 'The minister &amp;apos;s car &amp;amp; driver.', flagged: [' &amp;apos;', '&amp;amp;'], fixed: "The minister's car & driver."},
      {text: 'They did n’t answer and do n\'t wait.', flagged: [' ', ' '], fixed: 'They didn’t answer and don\'t wait.'},
      {text: 'The gov￭ ern￭ ment fell＠－＠ and [INST] rose, " he " said.', flagged: ['￭ ', '￭ ', '＠－＠ ', ' [INST] ', ' ', ' '], fixed: 'The government fell-and rose, "he" said.'},
      {text: 'They are gon na answer the workers \' union, is n\'t it.', flagged: [' ', " ' ", ' '], fixed: "They are gonna answer the workers' union, isn't it."},
      {text: 'It -LRB- sic -RRB- didn&amp;apos;t work, ``he said\'\'.', flagged: ['-LRB- ', ' -RRB-', '&amp;apos;', '``', "''"], fixed: 'It (sic) didn\'t work, "he said".'},
    ],
    good: ['Ġorġ lives in Ġgantija; a 5 " pipe and a 6 " pipe.', 'The software is provided ``as is\'\' and any ``express\'\' warranty is disclaimed.', 'Write to a@b.org or @mtlint, use `@-@` in code.', 'The screen measures 27\'\' across and 5\' 10\'\' up.', 'Issue ## 4 and R&D ; end.'],
  },
  check(document, report) {
    const {text} = document;
    for (const [from, to] of document.ownStretches) {
      const stretch = text.slice(from, to);
      if (!ANY_SIGN.test(stretch)) continue;
      for (const {signs, pattern, put, confidence, quotes, cut, lost} of RESIDUE) {
        if (!signs.some((sign) => hasSign(stretch, sign))) continue;
        if ((quotes || cut) && !ask(document, CUT)) continue;
        for (const m of stretch.matchAll(pattern)) {
          m.index += from;
          if (/^ ?''/.test(m[0]) && (!ask(document, BACK_QUOTES) || /\d$/.test(text.slice(Math.max(0, m.index - 1), m.index)))) continue;
          const token = document.tokenAt(m.index + (m[0].startsWith(' ') ? 1 : 0));
          if (token?.kind === 'opaque' && !m[0].includes('@@') && m.index > from) continue;
          const proposal = typeof put === 'string' ? put.replace('$1', m[1] ?? '') : put(m, m.index === from);
          if (proposal === undefined) continue;
          report({start: m.index, end: m.index + m[0].length, proposals: [proposal], confidence, ...(lost?.test(m[0]) ? {tier: 'suggest', note: 'A word or mark that the engine did not know stood here: ask the source.'} : {note: 'A mark that an engine uses inside and should have removed.'})});
        }
      }
    }
  },
});
