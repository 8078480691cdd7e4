import { within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../../../src/messages/index.ts';
import { setDocumentLanguage } from '../../../../src/ui/texts.ts';
import { fakeBrowser, settle } from '../../../support/page-setup.ts';
import { axeViolations } from '../../ui/axe.ts';
import { button, mapping, open, openFields, rowOf, said, section } from './mapping-page.tsx';

beforeEach(() => setDocumentLanguage('test'));

describe('the field mapping', () => {
  it('says why a place is doubted, before why it was taken', async () => {
    await openFields(
      mapping({
        phone: {
          how: 'presumed',
          path: '$.tel',
          doubt: { kind: 'vanished', of: 5 },
          evidence: [{ kind: 'agreement', equal: 9, of: 12 }],
        },
      }),
    );
    expect(rowOf('phone').textContent).toMatch(
      /nothing was read at its place in AdminPulse in the last 5 relations.*equal to openthebox in 9 of 12 relations/,
    );
    expect(await axeViolations()).toEqual([]);
  });

  it('reads nothing of a service before it is opened', async () => {
    await open();
    expect(fakeBrowser.messages('getMapping')).toEqual([]);
  });

  it('shows for each of the ten fields the path, how it was found, the value and its meaning', async () => {
    await openFields();
    expect(fakeBrowser.messages('getMapping')).toEqual([{ service: 'adminpulse' }]);
    expect(section().getAllByRole('row')).toHaveLength(11);
    expect(rowOf('name').querySelector('code')?.textContent).toBe('$.benaming');
    expect(rowOf('name').textContent).toContain('chosen');
    expect(rowOf('address').textContent).toContain('Kerkstraat 12, Gent');
    expect(rowOf('incorporationDate').textContent).toContain('2012-05-14T00:00:00');
    expect(rowOf('incorporationDate').textContent).toContain('14/05/2012');
    expect(rowOf('phone').textContent).toContain('not found');
    expect(within(rowOf('linkedRelations')).queryByRole('button')).toBeNull();
    expect(await axeViolations()).toEqual([]);
  });

  it('says that it is reading, then why it cannot, and tries again', async () => {
    const user = await open();
    const failure: Failure = { kind: 'offline', service: 'adminpulse' };
    fakeBrowser.answer({ getMapping: { ok: false, failure } });
    const release = fakeBrowser.hold();
    await user.click(button(/Fields in AdminPulse/));
    expect(said()).toBe('Reading an example …');
    release();
    await settle();
    expect(section().getByRole('alert').textContent).toContain('AdminPulse cannot be reached.');
    expect(await axeViolations()).toEqual([]);
    fakeBrowser.answer({ getMapping: { ok: true, value: mapping() } });
    await user.click(button('Try again'));
    await settle();
    expect(rowOf('name').textContent).toContain('$.benaming');
  });

  it('says what to connect first', async () => {
    const user = await open();
    fakeBrowser.answer({ getMapping: { ok: false, failure: { kind: 'notConnected', service: 'adminpulse' } } });
    await user.click(button(/Fields in AdminPulse/));
    await settle();
    expect(section().getByRole('alert').textContent).toContain('AdminPulse is not connected yet.');
  });

  it('asks for a number where there is no example, and shows that one', async () => {
    const user = await openFields(null);
    expect(section().getByText(/There is no example/)).toBeTruthy();
    fakeBrowser.answer({ getMapping: { ok: true, value: mapping() } });
    await user.type(section().getByLabelText(/Another example/), ' APR00510 {Enter}');
    await settle();
    expect(fakeBrowser.messages('getMapping').at(-1)).toEqual({ service: 'adminpulse', subject: 'APR00510' });
    expect(rowOf('name').textContent).toContain('$.benaming');
  });

  it('shows a path that the administrator set, which cannot be changed', async () => {
    await openFields(mapping({ name: { how: 'managed', path: '$.naam', meaning: 'x', choosable: false } }));
    expect(rowOf('name').textContent).toContain('Set by your administrator');
    expect(within(rowOf('name')).queryAllByRole('button')).toEqual([]);
  });

  it('chooses a place in the answer by keyboard alone, and returns the focus', async () => {
    const user = await openFields();
    button('Choose: Website').focus();
    await user.keyboard('{Enter}');
    await settle();
    expect(document.activeElement?.textContent).toContain('benaming');
    expect(await axeViolations()).toEqual([]);

    fakeBrowser.answer({ setMapping: { ok: true, value: { accepted: true } } });
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toContain('peeters.example');
    expect(document.activeElement?.getAttribute('aria-level')).toBe('2');
    await user.keyboard('{Enter}');
    await settle();
    expect(fakeBrowser.messages('setMapping')).toEqual([
      { service: 'adminpulse', field: 'website', path: '$.contact.site', subject: 'APR00510' },
    ]);
    expect(section().queryByRole('tree')).toBeNull();
    expect(document.activeElement).toBe(button('Choose: Website'));
    expect(said()).toBe('Changed: Website');
    expect(fakeBrowser.messages('getMapping')).toHaveLength(2);
  });

  it('moves through the tree to its ends and back, and closes what was opened', async () => {
    const user = await openFields();
    await user.click(button('Choose: Website'));
    await settle();
    const current = () => document.activeElement?.querySelector('code')?.textContent;
    await user.keyboard('{End}');
    expect(current()).toBe('leeg');
    await user.keyboard('{ArrowUp}{ArrowRight}{ArrowRight}');
    expect(current()).toBe('site');
    await user.keyboard('{ArrowLeft}');
    expect(current()).toBe('contact');
    await user.keyboard('{ArrowLeft}');
    expect(section().getAllByRole('treeitem')).toHaveLength(3);
    await user.keyboard('{Home}');
    expect(current()).toBe('benaming');
    await user.keyboard('{Escape}');
    expect(section().queryByRole('tree')).toBeNull();
  });

  it('refuses a path with its reason, and leaves it to be corrected', async () => {
    const user = await openFields();
    await user.click(button('Choose: Incorporation date'));
    await settle();
    fakeBrowser.answer({ setMapping: { ok: true, value: { accepted: false, reason: 'mappingNotDate' } } });
    const input = section().getByLabelText<HTMLInputElement>('Or type a JSONPath');
    await user.clear(input);
    await user.type(input, '$.benaming{Enter}');
    await settle();
    expect(section().getByRole('alert').textContent).toBe('This is not a date.');
    expect(input.value).toBe('$.benaming');
    expect(await axeViolations()).toEqual([]);
  });

  it('goes back to the default, which only what was chosen can', async () => {
    const user = await openFields();
    fakeBrowser.answer({ setMapping: { ok: true, value: { accepted: true } } });
    expect(section().getAllByRole('button', { name: /Back to default/ })).toHaveLength(1);
    await user.click(button('Back to default: Name'));
    await settle();
    expect(fakeBrowser.messages('setMapping')).toEqual([
      { service: 'adminpulse', field: 'name', path: null, subject: 'APR00510' },
    ]);
  });

  it('imports a file, or says why not, and reads again after it', async () => {
    const user = await openFields();
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('no file input');
    fakeBrowser.answer({
      importMapping: { ok: true, value: { accepted: false, reason: 'mappingFileVersion', detail: '7' } },
    });
    await user.upload(input, new File(['{"version":7}'], 'mapping.json', { type: 'application/json' }));
    await settle();
    expect(said()).toBe('Nothing was changed: the file has version 7; this extension reads version 1.');
    expect(fakeBrowser.messages('importMapping')).toEqual([{ text: '{"version":7}' }]);

    fakeBrowser.answer({ importMapping: { ok: true, value: { accepted: true } } });
    await user.upload(input, new File(['{}'], 'mapping.json', { type: 'application/json' }));
    await settle();
    expect(said()).toBe('The mapping was imported.');
    expect(fakeBrowser.messages('getMapping')).toHaveLength(2);
  });

  it('copies the masked answer for support', async () => {
    const user = await openFields();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await user.click(button('Copy for support'));
    await settle();
    expect(write).toHaveBeenCalledWith('{"benaming":"Xxxxx"}');
    expect(said()).toContain('Copied');
  });
});
