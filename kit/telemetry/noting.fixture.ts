import type { Attributes, Beginning, Ending, Telemetry } from './telemetry.ts';

type Noted = { readonly beginning: Beginning; ending?: Ending | undefined };

/** Telemetry that only records its calls. A span is continued under the name `<parent>-continued`. */
export function noting() {
  const spans: Noted[] = [];
  const durations: { readonly duration: string; readonly attributes: Attributes }[] = [];
  const telemetry: Telemetry = {
    begin(beginning) {
      const noted: Noted = { beginning };
      spans.push(noted);
      return {
        traceparent: `${beginning.parent ?? 'root'}-continued`,
        run: (work) => work(),
        end(ending) {
          noted.ending = ending;
        },
      };
    },
    took: (duration, _seconds, attributes) => void durations.push({ duration, attributes }),
    counted: () => undefined,
    watch: () => undefined,
    logged: (log) => log,
    close: async () => undefined,
  };
  return { telemetry, spans: spans as readonly Noted[], durations };
}
