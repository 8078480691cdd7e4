// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { anchorOf } from '../../../src/content/anchor.ts';
import { scanPage } from '../../../src/content/page-scan.ts';
import { placementsIn } from '../../../src/content/placement.ts';
import { BAKERY, dotted, FILES, JOINERY, LISTS, OFFICE, PLUMBER, vat, WORDS } from './pages.ts';
import { viewportOfAll } from './viewports.ts';

const placementsOn = (page: string) => {
  document.body.innerHTML = page;
  return placementsIn(scanPage(document.body, viewportOfAll));
};
const found = (page: string) => placementsOn(page).map(({ number, code, compact }) => ({ number, code, compact }));
const own = { number: BAKERY.number, code: BAKERY.code, compact: false };

beforeEach(() => {
  document.body.innerHTML = '';
});

describe.each(Object.entries(WORDS))('in %s', (_language, words) => {
  it.each(Object.entries(FILES))('a file with %s gets one pair, for its own number and code', (_name, page) => {
    expect(found(page(words))).toEqual([own]);
  });

  it.each(Object.entries(LISTS))('a list as %s gets a compact pair in each row', (_name, page) => {
    expect(found(page(words))).toEqual(
      [BAKERY, JOINERY, PLUMBER].map(({ number, code }) => ({ number, code, compact: true })),
    );
  });

  it('the pair of a file stands beside the VAT number, and not beside the enterprise number', () => {
    const file = FILES['sections with fields']?.(words) ?? '';
    expect(placementsOn(file)[0]?.holder).toBe(document.getElementById('vat'));
  });

  it('the pair stands beside the enterprise number where there is no VAT number', () => {
    const page = `<p>${words.code}</p><p>${BAKERY.code}</p><p>${words.vat}</p><p></p>
      <p>${words.enterprise}</p><p id="here">${dotted(BAKERY.number)}</p>`;
    expect(placementsOn(page)[0]?.holder.parentElement?.id).toBe('here');
  });
});

describe('in a file', () => {
  const file = (rows: string) =>
    `<main><h1>File</h1><div><b>Unique ID code</b><i>${BAKERY.code}</i></div>${rows}</main>`;

  it('a value in a field is read as it stands now', () => {
    document.body.innerHTML = file('<label>VAT number <input id="vat"></label>');
    const field = document.querySelector('input');
    if (field) field.value = vat(BAKERY);
    expect(placementsIn(scanPage(document.body, viewportOfAll))).toMatchObject([own]);
  });

  it.each([
    ['aria-label', `<input aria-label="VAT number" value="${BAKERY.number}">`],
    ['a label after it', `<input id="a" value="${BAKERY.number}"><label for="a">VAT number</label>`],
    ['a placeholder', `<p>Something else</p><input placeholder="VAT number" value="${BAKERY.number}">`],
    ['signs between label and field', `<span>VAT number</span><i>*</i><span>BE</span><input value="${BAKERY.number}">`],
  ])('a field is known by %s', (_by, field) => {
    expect(found(file(field))).toEqual([own]);
  });

  it.each([
    'BE 0001.004.246',
    'BE0001.004.246',
    'BE0001004246',
    '0001.004.246',
    '0001004246',
    'BE\u00a00001.004.246',
    '0001 004 246',
    'be 0001.004.246',
  ])('a labelled number is read in the notation "%s"', (text) => {
    expect(found(file(`<p>VAT number</p><p>${text}</p>`))).toEqual([own]);
  });

  it('a number of nine digits, and one that starts with 1, are read', () => {
    expect(found(file('<p>VAT number</p><p>BE 403.170.701</p>'))).toMatchObject([{ number: '0403170701' }]);
    expect(found(file('<p>VAT number</p><p>BE 1029.025.290</p>'))).toMatchObject([{ number: '1029025290' }]);
  });

  it.each([
    ['an establishment unit', 'VAT number', '2.190.171.611'],
    ['wrong check digits', 'VAT number', 'BE 0001.004.247'],
    ['a phone number', 'Telefoon', '0471 251 786'],
    ['a mobile number with dots that passes the check digits', 'Gsm', '0471.938.850'],
    ['an IBAN', 'IBAN', 'BE68 5390 0754 7034'],
    ['a national number', 'National number', '85.07.30-033.28'],
    ['a structured communication', 'Structured communication', '+++000/1004/24605+++'],
    ['bare digits without a label', 'Remarks', '0001004246'],
    ['the office’s own company', 'Own company', vat(OFFICE)],
    ['the office’s own company under its name', 'Own company', `</p><p>${OFFICE.name}</p><p>${vat(OFFICE)}`],
    ['a number in prose', 'Remarks', `${'Lorem ipsum dolor sit amet. '.repeat(4)} ${vat(JOINERY)}`],
  ])('%s is not taken for the number', (_what, label, text) => {
    expect(found(file(`<p>${label}</p><p>${text}</p>`))).toEqual([]);
  });

  it('linked relations are not taken for the number, in a section with or without a known title', () => {
    const links = `<li>${JOINERY.name} ${vat(JOINERY)}</li><li>${PLUMBER.name} ${vat(PLUMBER)}</li>`;
    expect(found(file(`<h2>Linked relations</h2><ul>${links}</ul>`))).toEqual([]);
    expect(found(file(`<h2>Anything</h2><ul>${links}</ul>`))).toEqual([]);
  });

  it('a lone linked relation is not taken for the number, nor what the bar above every page shows', () => {
    expect(found(file(`<h2>Linked relations</h2><p>${vat(JOINERY)}</p>`))).toEqual([]);
    expect(found(`<header>${OFFICE.name} ${vat(OFFICE)}</header>${file('')}`)).toEqual([]);
  });

  it('the number of a link that dials is not taken for the number', () => {
    expect(found(file(`<p><a href="tel:+32">${dotted(JOINERY.number)}</a></p>`))).toEqual([]);
  });

  it('the section of linked relations ends at the next title', () => {
    const page = `<h2>Linked relations</h2><p>${vat(JOINERY)}</p><h2>Fiscal</h2><p>VAT number</p><p>${vat(BAKERY)}</p>`;
    expect(found(file(page))).toEqual([own]);
  });

  it('a menu that names the sections hides nothing', () => {
    const page = `<nav><a>Identification</a><a>Linked relations</a></nav><p>VAT number</p><p>${vat(BAKERY)}</p>`;
    expect(found(file(page))).toEqual([own]);
  });

  it('an unlabelled number beside the code counts, and others further away do not', () => {
    const head = `<header><h1>${BAKERY.name} ${BAKERY.code}</h1><p>${vat(BAKERY)}</p></header>`;
    const page = `${head}<div><p>Partner</p><p>${vat(JOINERY)}</p></div>`;
    expect(found(`<main>${page}</main>`)).toEqual([own]);
  });

  it('the VAT number counts where it is that of a VAT unit', () => {
    const page = `<p>Enterprise number</p><p>${dotted(JOINERY.number)}</p><p>VAT number</p><p>${vat(BAKERY)}</p>`;
    expect(found(file(page))).toEqual([own]);
  });

  it('no code is given where the page shows several', () => {
    const page = `<p>VAT number</p><p>${vat(BAKERY)}</p><p>${BAKERY.code}</p><p>${JOINERY.code}</p>`;
    expect(found(page)).toEqual([{ ...own, code: undefined }]);
  });

  it('what is hidden does not count', () => {
    expect(
      found(file(`<div hidden><p>VAT number</p><p>${vat(JOINERY)}</p></div><p>VAT number</p><p>${vat(BAKERY)}</p>`)),
    ).toEqual([own]);
  });
});

describe('on another page', () => {
  it('a lone number that nothing explains gets no buttons', () => {
    expect(found(`<h1>News</h1><p>Supplier ${vat(BAKERY)}</p>`)).toEqual([]);
  });

  it('what is typed into a box to search gets none', () => {
    expect(found(`<input type="search" value="${vat(BAKERY)}"><p>${BAKERY.code}</p>`)).toEqual([]);
    expect(found(`<input placeholder="Zoek op naam of BTW-nr" value="${vat(BAKERY)}"><p>${BAKERY.code}</p>`)).toEqual(
      [],
    );
  });

  it('the one row that is left of a list gets a compact pair', () => {
    const row = `<tr><td>${BAKERY.name}</td><td>${BAKERY.code}</td><td>${vat(BAKERY)}</td></tr>`;
    expect(found(`<table><tr><th>Name</th><th>Code</th><th>VAT number</th></tr>${row}</table>`)).toEqual([
      { ...own, compact: true },
    ]);
  });

  it('a row with two codes gets none of them', () => {
    const row = (company: typeof BAKERY) => `<li>${company.code} APR99999 ${vat(company)}</li>`;
    expect(found(`<ul>${row(BAKERY)}${row(JOINERY)}</ul>`).map(({ code }) => code)).toEqual([undefined, undefined]);
  });
});

describe('the place beside a number', () => {
  const anchor = (page: string) => {
    const [placement] = placementsOn(`<p>${BAKERY.code}</p>${page}`);
    return placement && anchorOf(placement.holder);
  };
  const number = vat(BAKERY);

  it.each([
    ['after the text in its cell', `<table><tr><th>VAT number</th><td>${number}</td></tr></table>`, '#text in TD'],
    ['after a field', `<div><b>VAT number</b><input value="${number}"></div>`, 'INPUT in DIV'],
    [
      'after the box that only wraps a field',
      `<p><b>VAT number</b><span><input value="${number}"></span></p>`,
      'SPAN in P',
    ],
    [
      'after the label around a field',
      `<div><label>VAT number <input value="${number}"></label></div>`,
      'LABEL in DIV',
    ],
    ['after a button', `<p><b>VAT number</b><button><i>${number}</i></button></p>`, 'BUTTON in P'],
    ['after a link', `<p><b>VAT number</b><a href="#">${number}</a></p>`, 'A in P'],
    ['after a heading', `<div><h2>VAT number: ${number}</h2></div>`, 'H2 in DIV'],
    ['in a link that is a whole row', `<a href="#"><b>VAT number</b><i>${number}</i></a>`, '#text in I'],
  ])('is %s', (_where, page, expected) => {
    const node = anchor(page);
    expect(`${node?.nodeName} in ${node?.parentElement?.nodeName}`).toBe(expected);
  });
});
