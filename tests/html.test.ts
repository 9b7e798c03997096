import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {lint} from '../src/engine/lint.ts';
import {html as htmlOf} from '../src/report/html.ts';
import {type ReportContext, wholeReport} from '../src/report/reporter.ts';
import {type FileResult, pointsOf, type ReportedFinding} from '../src/report/result.ts';

const context = {color: false, cwd: '/work place', version: '1.2.3'};
const html = (results: readonly FileResult[], of: ReportContext) => wholeReport(htmlOf(results, of));
const of = (text: string, findings?: readonly ReportedFinding[], name = 'a.txt'): FileResult => {
  const result = lint(text);
  return {path: `/work place/${name}`, text, findings: findings ?? result.findings, errors: [], words: result.words, machineLikeness: result.machineLikeness, pointAt: pointsOf(text)};
};
const SEED = readFileSync(path.join(import.meta.dirname, '../seeds/victory-day.txt'), 'utf8');
const ATTACK = '</mark></div></style></title><script>top.attacked=1</script><img src=x onerror="top.attacked=1">\'"` onmouseover=top.attacked=1 x="\u202e\0\ud800 & &lt;';
const attacked = (): FileResult => ({
  ...of(`Before ${ATTACK} after`, [{ruleId: 'fused-words', category: 'fused-words', severity: 'error', tier: 'suggest', start: 7, end: 7 + ATTACK.length, actual: ATTACK, message: ATTACK, note: ATTACK, confidence: 1, ownConfidence: 1, fingerprint: 'f', proposals: [{start: 7, end: 9, text: ATTACK}]}], `${ATTACK.replaceAll('/', '')}.txt`),
  errors: [ATTACK], machineLikeness: 1, from: ATTACK,
});
/** The text of a page as its readers see it. */
const seen = (page: string) => page.replace(/[\s\S]*<h1>/, '').replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, n: string) => String.fromCharCode(Number(n)));

describe('the page', () => {
  it('holds the whole text, marks, proposals and a table by rule', () => {
    const result = of(SEED);
    const page = html([result], context);
    const text = /<div class="text">([\s\S]*?)<\/div>/.exec(page)![1]!;
    expect(seen(`<h1>${text.replace(/<a [^>]*>\d+<\/a>/g, '')}`)).toBe(SEED);
    expect(page.match(/<mark /g)).toHaveLength(result.findings.length);
    expect(page.match(/<li /g)).toHaveLength(result.findings.length);
    expect(page).toContain('<ins>days, which</ins>');
    const table = page.slice(page.indexOf('By rule'));
    for (const id of new Set(result.findings.map((f) => f.ruleId))) expect(table).toContain(`>${id}</a>`);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  });
  it('has no script, nothing from elsewhere, and shows every text as text', () => {
    const page = html([attacked()], context);
    expect(page).not.toMatch(/<script|<img|<link|url\(|@import|\0|\u202e/i);
    expect(page.isWellFormed()).toBe(true);
    expect(seen(page)).toContain('<script>top.attacked=1</script>');
  });
  it('shows of a long text what stands around its findings', () => {
    const far = Array.from({length: 6000}, (_, i) => `The talks in the capital went on for day ${1000 + i} of hope and fear, he said again. `).join('');
    const text = `${far}It lasts four dayswhich is long. ${far}`;
    const page = html([of(text)], context);
    expect(page.length).toBeLessThan(20_000);
    expect(seen(page)).toContain('It lasts four dayswhich1 is long.');
    expect(page.match(/\[…\]/g)).toHaveLength(2);
  });
  it('says so when there is nothing', () => expect(seen(html([of('The minister said on Monday that the talks would go on.\n')], context))).toContain('No findings in 1 file.'));
});

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
describe.skipIf(!chromium)('the page in a browser', () => {
  let folder: string;
  beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'mtlint-page-')); });
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  /** What a script that stands around the page sees of it. */
  function look(page: string, width: number, {dark = false} = {}) {
    const file = path.join(folder, 'around.html');
    writeFileSync(file, `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><iframe style="width:${width}px;height:700px;border:0" id="f"></iframe><pre id="out"></pre><script>
      const f = document.getElementById('f');
      f.onload = () => {
        const d = f.contentDocument, w = f.contentWindow, style = (s) => { const e = d.querySelector(s); return e ? w.getComputedStyle(e) : {}; };
        document.getElementById('out').textContent = JSON.stringify({wide: d.documentElement.scrollWidth, inner: w.innerWidth, attacked: Boolean(window.attacked), back: style('body').backgroundColor, ink: style('body').color, mark: style('mark').borderBottomColor, columns: style('.pair').display, scripts: d.scripts.length, images: d.images.length});
      };
      f.srcdoc = ${JSON.stringify(page).replace(/</g, '\\u003c')};
    </script>`);
    const r = spawnSync(chromium!, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', `--user-data-dir=${path.join(folder, 'profile')}`, ...(dark ? ['--blink-settings=preferredColorScheme=0'] : []), '--window-size=1600,900', '--virtual-time-budget=3000', '--dump-dom', `file://${file}`], {encoding: 'utf8', timeout: 50_000});
    return JSON.parse(/<pre id="out">(.*?)<\/pre>/s.exec(r.stdout)![1]!) as {wide: number; inner: number; attacked: boolean; back: string; ink: string; mark: string; columns: string; scripts: number; images: number};
  }
  const light = (color: string) => Math.max(...color.match(/\d+/g)!.map(Number));

  it('fits a phone and uses a wide window', () => {
    for (const page of [html([of(SEED)], context), html([of(`It lasts four dayswhich is ${'x'.repeat(3000)}.`, undefined, `${'long'.repeat(60)}.txt`)], context)]) {
      const phone = look(page, 320);
      expect(phone.wide).toBeLessThanOrEqual(phone.inner);
      expect(phone.columns).toBe('block');
      expect(look(page, 1280).columns).toBe('grid');
    }
  });
  it('is dark where the reader wants it dark', () => {
    const page = html([of(SEED)], context);
    const day = look(page, 800);
    const night = look(page, 800, {dark: true});
    expect([light(day.back) > 200, light(day.ink) < 80, light(night.back) < 60, light(night.ink) > 200]).toEqual([true, true, true, true]);
    expect(night.mark).not.toBe(day.mark);
  });
  it('runs nothing that a text holds', () => expect(look(html([attacked()], context), 800)).toMatchObject({attacked: false, scripts: 0, images: 0}));
  it('prints', () => {
    const page = path.join(folder, 'page.html');
    const pdf = path.join(folder, 'page.pdf');
    const seed = of(SEED);
    writeFileSync(page, html([seed], context));
    spawnSync(chromium!, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', `--user-data-dir=${path.join(folder, 'profile')}`, `--print-to-pdf=${pdf}`, `file://${page}`], {timeout: 50_000});
    const pages = readFileSync(pdf, 'latin1').match(/\/Type \/Page\b/g)!.length;
    expect(pages).toBeGreaterThan(1);
    // Several findings stand on a page.
    expect(pages).toBeLessThan(seed.findings.length / 5);
  });
});
