import './links.css';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { ComparedLink } from '../../company/links/compare-links.ts';
import { LinkRows } from './link-rows.tsx';
import { networkOf } from './network.ts';
import { NetworkPicture } from './network-picture.tsx';

export type LinksPanelProps = {
  /** The company that the links belong to. */
  readonly company: string;
  readonly links: readonly ComparedLink[];
};

/** The links as a list, and as a picture; what is selected in one is so in the other. */
export function LinksPanel({ company, links }: LinksPanelProps) {
  const [selected, setSelected] = useState<readonly string[]>([]);
  const network = useMemo(() => networkOf(company, links), [company, links]);
  const list = useRef<HTMLDivElement>(null);

  const selectInPicture = (keys: readonly string[]) => {
    setSelected(keys);
    const row = [...(list.current?.querySelectorAll('tr[data-link]') ?? [])].find(
      (candidate) => candidate.getAttribute('data-link') === keys[0],
    );
    row?.scrollIntoView?.({ block: 'nearest' });
  };

  return (
    <div class="links-panel">
      <div class="links-list" ref={list}>
        <LinkRows links={links} selected={selected} onSelect={(key) => setSelected([key])} />
      </div>
      <NetworkPicture network={network} selected={selected} onSelect={selectInPicture} />
    </div>
  );
}
