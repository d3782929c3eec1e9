import { target } from '../target.js';

/** Of whom a record of the past speaks. */
export const WHO = [
  target(
    'organization.externalId',
    'its id in your own system',
    'customerid accountid organizationid organisationid companyid clientid customernumber accountnumber customercode kundennummer kundennr idcliente idclient',
  ),
  target(
    'organization.name',
    '',
    'account accountname company companyname organization organisation organizationname customer customername client clientname firma kunde kundenname unternehmen entreprise societe empresa cliente relatedto accountidname',
  ),
  target('organization.domain', 'example.com', 'domain companydomain website'),
  target('contact.externalId', 'the person’s id in your own system', 'contactid personid leadid idcontacto'),
  target('contact.email', '', 'email emailaddress contactemail mail correo courriel'),
  target(
    'contact.name',
    '',
    'contactname person personname fullname contactperson ansprechpartner kontakt contacto interlocuteur',
  ),
  target('contact.givenName', '', 'firstname givenname vorname prenom'),
  target('contact.familyName', '', 'lastname familyname surname nachname'),
];

const NOTES =
  'note notes description comment comments text body content details notiz notizen bemerkung kommentar beschreibung remarque commentaire nota notas comentario descripcion';
const REPS =
  'owner ownername rep salesrep salesagent salesperson agent agentname accountmanager assignedto responsible createdby author user username verkaufer vertreter betreuer vendeur commercial vendedor comercial employeeid employee mitarbeiter opportunityowner';

export const INTERACTION = [
  target(
    'interaction.externalId',
    'its id in your own system',
    'interactionid activityid callid noteid taskid eventid id',
  ),
  target(
    'interaction.at',
    'the day on which it was',
    'date datetime at timestamp activitydate calldate contactdate notedate createdat created createddate createdon createdtime occurredat datum zeitpunkt erstelltam fecha fechahora when duedate starttime heure dateheure',
  ),
  target('interaction.day', 'of the month, where the date stands in parts', 'day dayofmonth tag jour dia'),
  target('interaction.month', 'a number or a name', 'month monat mois mes'),
  target('interaction.year', '', 'year jahr annee ano'),
  target(
    'interaction.kind',
    'call, email, meeting, letter, message or note; another word is kept beside it',
    'kind type activitytype channel contacttype medium kanal art typ aktivitat canal tipo activity',
  ),
  target('interaction.direction', 'inbound or outbound', 'direction richtung sens'),
  target(
    'interaction.outcome',
    'what came of it',
    'outcome result disposition status callresult ergebnis resultat resultado response y',
  ),
  target('interaction.note', '', NOTES),
  target('interaction.rep', 'who of us it was', REPS),
];

export const OPPORTUNITY = [
  target(
    'opportunity.externalId',
    'its id in your own system',
    'opportunityid dealid orderid ordernumber orderno quoteid salesorderid invoiceid bestellnummer auftragsnummer auftragnr id',
  ),
  target('opportunity.name', '', 'opportunityname dealname opportunity deal name title topic subject projekt project'),
  target(
    'opportunity.stage',
    'as your system calls it',
    'stage dealstage salesstage stagename phase status pipelinestage etape etapa',
  ),
  target(
    'opportunity.outcome',
    'won, lost or open; left out: by the stage, and an order is won',
    'outcome result ergebnis resultat resultado iswon won',
  ),
  target(
    'opportunity.value',
    'an amount',
    'value amount closevalue dealvalue dealamount totalamount total ordertotal totalprice grandtotal price betrag summe wert umsatz revenue montant importe monto sales',
  ),
  target('opportunity.currency', 'an ISO 4217 code', 'currency currencycode currencyisocode wahrung devise moneda'),
  target(
    'opportunity.opened',
    'a day',
    'engagedate opendate openeddate createddate createdate createdat created createdon opened startdate erstellt erstelltam datecreation fechacreacion',
  ),
  target(
    'opportunity.closed',
    'a day',
    'closedate closeddate closingdate actualclosedate expectedclosedate closedat closed orderdate invoicedate saledate wonat abschlussdatum bestelldatum auftragsdatum datecloture fechacierre date datum fecha',
  ),
  target(
    'opportunity.product',
    'product or proposition',
    'product productname products proposition solution produkt angebot produit producto',
  ),
  target(
    'opportunity.reason',
    'why it was lost or won',
    'lostreason lossreason reasonlost reason closereason verlustgrund grund raison motivo',
  ),
  target('opportunity.note', '', NOTES),
  target('opportunity.rep', 'who of us it was', REPS),
];

export const HISTORY_TARGETS = [...WHO, ...INTERACTION, ...OPPORTUNITY];
const NAMES = new Set(HISTORY_TARGETS.map(({ name }) => name));

const ATTRIBUTE = /^history\.attributes\.(.+)$/s;
const LONGEST_NAME = 60;

/** The name of what is kept beside a record, by its target; null for another target. */
export const historyAttribute = (name: string): string | null => ATTRIBUTE.exec(name)?.[1] ?? null;

export function mayFillHistory(name: string): boolean {
  const attribute = historyAttribute(name);
  return attribute === null ? NAMES.has(name) : attribute.length <= LONGEST_NAME;
}

const ORDERS = 'orderid ordernumber orderno salesorderid invoiceid bestellnummer auftragsnummer auftragnr'.split(' ');

/** The header says that each row is an order, and an order is won. */
export const isOrder = (header: string): boolean => ORDERS.includes(header.toLowerCase().replaceAll(/[^a-z]/g, ''));
