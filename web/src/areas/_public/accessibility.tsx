import { menuAccessibility as title } from '#messages';
import * as m from '#messages/accessibility';

/** What users of assistive technology can rely on here, how that is known, and what is still missing. */
export function PublicPage() {
  return (
    <>
      <title>{`${title()} · Junkan`}</title>
      <h1>{title()}</h1>
      <p className="intro">{m.intro()}</p>
      <section className="part" aria-labelledby="h-can">
        <h2 id="h-can">{m.can()}</h2>
        <ul className="plain">
          {[m.keyboard(), m.pictures(), m.zoom(), m.colours(), m.motion(), m.languages(), m.time()].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
      <section className="part" aria-labelledby="h-tested">
        <h2 id="h-tested">{m.tested()}</h2>
        <p>{m.testedSays()}</p>
      </section>
      <section className="part" aria-labelledby="h-missing">
        <h2 id="h-missing">{m.missing()}</h2>
        <ul className="plain">
          {[m.words(), m.files(), m.audit()].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
      <section className="part" aria-labelledby="h-tell">
        <h2 id="h-tell">{m.tell()}</h2>
        <p>{m.tellSays()}</p>
      </section>
    </>
  );
}
