/** The rows of the table that `src/document/forms.ts` reads, for each list what it says of each form. Forms with one entry share it. */
export function formRows(lists: Readonly<Record<string, ReadonlyMap<string, unknown>>>): string[] {
  const rows: string[] = [];
  for (const [list, forms] of Object.entries(lists)) {
    const numbers = new Map<string, number>();
    for (const [form, entry] of forms) {
      const json = JSON.stringify(entry);
      let number = numbers.get(json);
      if (number === undefined) {
        numbers.set(json, (number = numbers.size));
        rows.push(`${list} ${number}\t${json}`);
      }
      rows.push(`${form}\t${list} ${number}`);
    }
  }
  return rows;
}
