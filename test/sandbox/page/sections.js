import { h } from './dom.js';
import { box, inputRow, textRow } from './fields.js';
import { addressText, dayOfYearText, dayText, enterpriseText, structuredCommunication, vatText } from './formats.js';
import { t } from './texts.js';

/**
 * The sections of a relation file and what stands in them. Which section a number is in is documented only for the VAT
 * details (D: Accountant information); the rest follows reference 2.2. Around the numbers stand others that look alike and are
 * none: a mobile phone, an establishment unit, an IBAN, a national number, a structured communication.
 */
export const SECTIONS = [
  { title: 'identification', open: true, rows: identification },
  { title: 'accountantInfo', open: true, rows: accountantInfo },
  { title: 'communication', open: true, rows: communication },
  { title: 'linkedRelations', open: true, rows: linkedRelations },
  { title: 'legal', open: true, rows: legal },
  { title: 'invoicing', open: false, rows: invoicing },
  { title: 'letters', open: false, rows: nothing },
  { title: 'fiscal', open: false, rows: nothing },
  { title: 'antiMoneyLaundering', open: false, rows: nothing },
  { title: 'ubo', open: false, rows: nothing },
  { title: 'taskManagement', open: false, rows: nothing },
];

function identification(relation) {
  return [
    inputRow('name', relation.name, (name) => ({ name: name ?? relation.name })),
    textRow('legalForm', relation.legalFormText),
    textRow('status', t(relation.status)),
    textRow('type', t(relation.type)),
    textRow('uniqueIdCode', relation.code),
    inputRow('customerCode', relation.customerCode, (customerCode) => ({ customerCode })),
    inputRow('commercialName', relation.commercialName, (commercialName) => ({ commercialName })),
    textRow('language', relation.language),
    textRow('endDate', dayText(relation.end)),
    textRow('accountingCode', relation.accountingCode),
    textRow('handlingLevel', t(relation.handlingLevel)),
  ];
}

const EDITABLE_CHANNELS = { Phone: 'phone', Mobile: 'mobile', Email: 'email', Website: 'website' };

function communication({ addresses, channels }) {
  const starred = (item, text) => (item.favorite ? `★ ${text}` : text);
  return [
    ...addresses.map((address) => textRow(address.type, starred(address, addressText(address)))),
    ...channels.map((channel) => {
      const key = channel.favorite && EDITABLE_CHANNELS[channel.type];
      if (key) return inputRow(channel.type, channel.value, (value) => ({ [key]: value }));
      return textRow(channel.type, [channel.value, channel.description].filter(Boolean).join(' · '));
    }),
    ...Object.entries(EDITABLE_CHANNELS)
      .filter(([type]) => !channels.some((channel) => channel.type === type))
      .map(([type, key]) => inputRow(type, '', (value) => ({ [key]: value }))),
  ];
}

function accountantInfo(relation) {
  const { type, vatNumber, vatNumberPending, enterpriseNumber, fiscalYearEnd } = relation;
  const yearEnd = inputRow('fiscalYearEnd', dayOfYearText(fiscalYearEnd), (text) => ({
    fiscalYearEnd: text?.split('/').reverse().join('-') ?? null,
  }));
  if (type === 'Person') return [textRow('nationalNumber', '85.07.30-033.28')];
  return [
    yearEnd,
    box(
      'vat',
      inputRow('vatNumber', vatText(vatNumber), (value) => ({ vatNumber: value })),
      vatNumberPending && textRow('vatPending', '✓'),
      textRow('enterpriseNumber', enterpriseText(enterpriseNumber)),
    ),
    enterpriseNumber && box('fiscal', textRow('structuredCommunication', structuredCommunication(enterpriseNumber))),
  ];
}

function linkedRelations({ links }) {
  if (links.length === 0) return nothing();
  return links.map(({ linkType, code, name }) =>
    textRow(`link${linkType}`, h('a', { href: `#/relations/${code}` }, `${name} (${code})`)),
  );
}

function legal({ foundation, type }) {
  if (type === 'Person') return nothing();
  return [
    inputRow('foundingDate', dayText(foundation.date), (text) => ({
      incorporationDate: text?.split('/').reverse().join('-') ?? null,
    })),
    textRow('deedType', foundation.deedType),
    textRow('publicationNumber', foundation.publicationNumber),
    textRow('establishmentNumber', '2.101.004.261'),
  ];
}

function invoicing() {
  return [inputRow('IBAN', 'BE68 5390 0754 7034'), textRow('BIC', 'TRIOBEBB')];
}

function nothing() {
  return [h('p', { className: 'nothing' }, t('nothing'))];
}
