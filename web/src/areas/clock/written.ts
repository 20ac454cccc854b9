const MS_PER_MINUTE = 60_000;

/** A moment as a field for moments has it: in the time zone of the browser, to the millisecond. */
export function writtenAt(moment: string): string {
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * MS_PER_MINUTE).toISOString().slice(0, -1);
}
