import type {Tab} from '../browser/chromium.ts';

/** Opens a list of VS Code by its keys, types into it, and takes the row that must come first. */
export async function pickIn(tab: Tab, keys: string, text: string, row = text): Promise<void> {
  await tab.press(keys);
  await tab.shows('.quick-input-widget:not([style*="display: none"]) input');
  await tab.type(text);
  await tab.shows('.quick-input-list .monaco-list-row.focused', row);
  await tab.press('Enter');
}
