import { useEffect, useRef } from 'react';
import * as forms from '#messages/forms';
import * as m from '#messages/mandates';
import { labelOf } from '../../acts/words.ts';
import { meaningOf } from '../../opened/words.ts';

type ReviewProps = {
  readonly operation: 'publishMandate' | 'reviseMandate';
  readonly isPending: boolean;
  readonly children: React.ReactNode;
  onPublish(): void;
  onBack(): void;
};

/** A review of what will be published. */
export function Review({ operation, isPending, children, onPublish, onBack }: ReviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="act-form" aria-labelledby="h-review">
      <h2 id="h-review" tabIndex={-1} ref={heading}>
        {labelOf(operation)}
      </h2>
      <p>{meaningOf(operation)}</p>
      {children}
      {isPending ? <p role="status">{forms.recording()}</p> : null}
      <div className="row">
        <button className="btn first" type="button" aria-disabled={isPending} onClick={onPublish}>
          {labelOf(operation)}
        </button>
        <button className="btn" type="button" onClick={onBack}>
          {m.backToForm()}
        </button>
      </div>
    </section>
  );
}
