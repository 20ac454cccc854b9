import { use } from 'react';

type Messages = Readonly<Record<string, ((facts: never) => string) | undefined>>;

/** Words that come with the first that a page shows of them: until then it is suspended. */
export function later<Words extends Messages>(load: () => Promise<{ readonly messages: Words }>): () => Words {
  let loading: Promise<void> | undefined;
  let words: Words | undefined;
  return () => {
    loading ??= load().then(({ messages }) => {
      words = messages;
    });
    if (words === undefined) use(loading);
    return words as Words;
  };
}
