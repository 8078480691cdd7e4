/** Pages that look as AdminPulse's may look: its markup is not documented, so each has another one. */

/** A company that stands in a page; numbers are of the range that is not issued. */
export type Company = { readonly name: string; readonly number: string; readonly code: string };

export const BAKERY: Company = { name: 'Bakkerij Peeters', number: '0001004246', code: 'APR00510' };
export const JOINERY: Company = { name: 'Schrijnwerkerij De Wilg', number: '0001005533', code: 'APR00511' };
export const PLUMBER: Company = { name: 'Loodgieterij Maes', number: '0001006820', code: 'APR00512' };
export const OFFICE: Company = { name: 'Kantoor Lindeboom', number: '0001009491', code: 'APR00001' };

export const dotted = (number: string) => `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
export const vat = ({ number }: Company) => `BE ${dotted(number)}`;

type Words = {
  readonly vat: string;
  readonly enterprise: string;
  readonly code: string;
  readonly linked: string;
  readonly identification: string;
  readonly ownCompany: string;
};

export const WORDS: Readonly<Record<'nl' | 'fr' | 'en', Words>> = {
  nl: {
    vat: 'BTW-nr',
    enterprise: 'Ondernemingsnummer',
    code: 'Unieke ID code',
    linked: 'Gelinkte relaties',
    identification: 'Identificatie',
    ownCompany: 'Eigen bedrijf',
  },
  fr: {
    vat: 'Numéro de TVA',
    enterprise: 'Numéro d’entreprise',
    code: 'Code ID unique',
    linked: 'Relations liées (2)',
    identification: 'Identification',
    ownCompany: 'Propre entreprise',
  },
  en: {
    vat: 'VAT number *',
    enterprise: 'Enterprise number',
    code: 'Unique ID code:',
    linked: 'Linked relations',
    identification: 'Identification',
    ownCompany: 'Own company',
  },
};

const links = `<ul><li><a href="#">Holding Maes (${PLUMBER.code})</a> ${vat(PLUMBER)}</li>
  <li><a href="#">De Wilg (${JOINERY.code})</a> ${vat(JOINERY)}</li></ul>`;

/** Files of the bakery, with linked relations, the office's own company, and numbers that only look like one. */
export const FILES: Readonly<Record<string, (words: Words) => string>> = {
  'sections with fields': (words) => `
    <header><a>AdminPulse</a> <span>${OFFICE.name} ${vat(OFFICE)}</span></header>
    <main><h1>${BAKERY.name}</h1>
      <section><h2>${words.identification}</h2>
        <div><label for="code">${words.code}</label><input id="code" value="${BAKERY.code}"></div>
        <div><span>${words.ownCompany}</span><span>${OFFICE.name}</span><span>${vat(OFFICE)}</span></div>
        <div><label for="vat">${words.vat}</label><div><input id="vat" value="${vat(BAKERY)}"></div></div>
        <div><span>${words.enterprise}</span><span>${dotted(BAKERY.number)}</span></div>
      </section>
      <section><h2>${words.linked}</h2>${links}</section>
      <section><h2>Legal</h2><div><span>IBAN</span><span>BE68 5390 0754 7034</span></div></section></main>`,
  'a definition list': (words) => `
    <main><h1>${BAKERY.name} <small>${BAKERY.code}</small></h1>
      <dl><dt>${words.vat}</dt><dd>${vat(BAKERY)}</dd><dt>Tel.</dt><dd>0471.251.734</dd></dl>
      <h2>${words.linked}</h2>${links}<h2>Fiscal</h2><p>+++000/1004/24605+++</p></main>`,
  'a table of labels': (words) => `
    <table><tr><th>${words.code}</th><td>${BAKERY.code}</td></tr><tr><th>${words.vat}</th><td>${vat(BAKERY)}</td></tr>
      <tr><th>${words.enterprise}</th><td>${BAKERY.number}</td></tr></table>
    <div><div><b>${words.linked}</b></div>${links}</div>`,
  'labels in the text itself': (words) => `
    <div><p>${words.code.replace(':', '')}: ${BAKERY.code}</p><p>${words.vat.replace(' *', '')}: ${vat(BAKERY)}</p></div>
    <h3>${words.linked}</h3>${links}`,
};

const COMPANIES = [BAKERY, JOINERY, PLUMBER];

/** Lists of three relations, with the office's own company in each row. */
export const LISTS: Readonly<Record<string, (words: Words) => string>> = {
  'a table': (words) => `
    <header><span>${OFFICE.name} ${vat(OFFICE)}</span></header>
    <input type="search" value="${vat(PLUMBER)}"><h1>Relations</h1>
    <table><thead><tr><th>Name</th><th>${words.code}</th><th>${words.ownCompany}</th><th>${words.vat}</th></tr></thead>
      <tbody>${COMPANIES.map(
        (each) => `<tr><td>${each.name}</td><td>${each.code}</td><td>${vat(OFFICE)}</td><td>${each.number}</td></tr>`,
      ).join('')}</tbody></table>`,
  'rows of boxes without headers': () => `
    <div class="list">${COMPANIES.map(
      (each) =>
        `<div class="row"><a href="#">${each.name}</a><i>${each.code}</i><i>${vat(each)}</i><i>${vat(OFFICE)}</i></div>`,
    ).join('')}</div>`,
  'cards with labels': (words) => `
    <ul>${COMPANIES.map((each) => `<li><h3>${each.name} (${each.code})</h3><p>${words.vat} ${vat(each)}</p></li>`).join(
      '',
    )}</ul>`,
};
