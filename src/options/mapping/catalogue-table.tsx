import { useEffect, useState } from 'preact/hooks';
import type { CatalogueTopicView, CatalogueView, Result } from '../../messages/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { fieldLabel } from '../../ui/field-labels.ts';
import { plural, text } from '../../ui/texts.ts';
import { callWorker } from '../../ui/worker.ts';

const LABELS: Readonly<Record<CatalogueTopicView['topic'], () => string>> = {
  relationType: () => text('createRelationType'),
  status: () => text('createStatus'),
  language: () => text('createLanguage'),
  ownCompany: () => text('createOwnCompany'),
  legalForm: () => fieldLabel('legalForm'),
  linkType: () => text('catalogueLinkType'),
  since: () => text('createSince'),
};

/** The values that AdminPulse uses, as far as its relations show them. To be read only. */
export function CatalogueTable({ version }: { readonly version: string }) {
  const [answer, setAnswer] = useState<Result<CatalogueView | null>>();
  useEffect(() => {
    let outdated = false;
    void callWorker('getVocabulary').then((now) => {
      if (!outdated) setAnswer(now);
    });
    return () => {
      outdated = true;
    };
  }, [version]);

  return (
    <section class="catalogue" aria-labelledby="catalogue-heading">
      <h4 id="catalogue-heading">{text('catalogueHeading')}</h4>
      <Content answer={answer} />
    </section>
  );
}

function Content({ answer }: { readonly answer: Result<CatalogueView | null> | undefined }) {
  if (answer === undefined) return <p>{text('catalogueLoading')}</p>;
  if (!answer.ok) {
    return (
      <div role="alert" class="banner danger">
        <FailureNotice failure={answer.failure} inSettings />
      </div>
    );
  }
  if (answer.value === null) return <p>{text('mappingNoExample')}</p>;
  return (
    <>
      <p class="explanation">{plural('catalogueIntro', answer.value.relations)}</p>
      <table class="mapping-table" aria-labelledby="catalogue-heading">
        <thead>
          <tr>
            <th scope="col">{text('catalogueColumnTopic')}</th>
            <th scope="col">{text('mappingColumnPath')}</th>
            <th scope="col">{text('catalogueColumnValues')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.value.topics.map((topic) => (
            <Row key={topic.topic} topic={topic} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ topic: { topic, path, terms } }: { readonly topic: CatalogueTopicView }) {
  return (
    <tr data-topic={topic}>
      <th scope="row">{LABELS[topic]()}</th>
      <td>
        {path === undefined ? (
          <span class="how notFound">{text('mappingHowNotFound')}</span>
        ) : (
          <code class="path">{path}</code>
        )}
      </td>
      <td>
        <ul class="terms">
          {terms.map(({ value, count }) => (
            <li key={value}>
              <code>{value}</code> {count}×
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
