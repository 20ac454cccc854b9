import { use } from 'react';

type Messages = Readonly<Record<string, ((facts: never) => string) | undefined>>;

/** Words that come with the first that a page shows of them: until then it is suspended. `ready`: for what is made outside of a page, which waits for them. */
export function later<Words extends Messages>(load: () => Promise<{ readonly messages: Words }>) {
  let loading: Promise<void> | undefined;
  let words: Words | undefined;
  const ready = (): Promise<void> => {
    loading ??= load().then(({ messages }) => {
      words = messages;
    });
    return loading;
  };
  const shown = (): Words => {
    if (words === undefined) use(ready());
    return words as Words;
  };
  return Object.assign(shown, { ready });
}
