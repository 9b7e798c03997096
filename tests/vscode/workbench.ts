import {languageName} from '../../src/engine/languages.ts';
import type {LintResult} from '../../src/index.ts';
import {LIKELY, SURE} from '../../src/report/result.ts';
import type {Tab} from '../browser/chromium.ts';

/** What the status item says of a result, behind its icon. */
export const statusOf = ({findings, sourceLanguage, machineLikeness}: LintResult) => `mtlint ${findings.length}${sourceLanguage && sourceLanguage.score >= SURE ? ` · from ${languageName(sourceLanguage.language)}` : machineLikeness >= LIKELY ? ' · machine-translated?' : ''}`;

/** Opens a list of VS Code by its keys, types into it, and takes the row that must come first. */
export async function pickIn(tab: Tab, keys: string, text: string, row = text): Promise<void> {
  await tab.press(keys);
  await tab.shows('.quick-input-widget:not([style*="display: none"]) input');
  await tab.type(text);
  await tab.shows('.quick-input-list .monaco-list-row.focused', row);
  await tab.press('Enter');
}
