import { describe, expect, test } from 'vitest';
import { lines, table } from './lines.ts';
import { readText } from './read.ts';

describe('Stripe', () => {
  test('payout reconciliation: no category has a fixed sign', async () => {
    const titles =
      'automatic_payout_id,automatic_payout_effective_at_utc,balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,payment_intent_id,charge_id';
    const rows = [
      'po_1,2026-06-03 00:00:00,txn_1,2026-06-01 23:30:00,usd,100.00,3.20,96.80,charge,ch_1,pi_1,ch_1',
      'po_1,2026-06-03 00:00:00,txn_2,2026-06-01 10:00:00,usd,-20.00,0.00,-20.00,refund,re_1,pi_1,ch_1',
      'po_1,2026-06-03 00:00:00,txn_3,2026-06-01 11:00:00,usd,-15.00,0.00,-15.00,risk_reserved_funds,rsv_1,,',
      'po_1,2026-06-03 00:00:00,txn_4,2026-06-02 11:00:00,usd,15.00,0.00,15.00,risk_reserved_funds,rsv_1,,',
      'po_1,2026-06-03 00:00:00,txn_5,2026-06-02 12:00:00,usd,-50.00,15.00,-65.00,dispute,dp_1,pi_2,ch_2',
      'po_1,2026-06-03 00:00:00,txn_6,2026-06-02 13:00:00,usd,50.00,-15.00,65.00,dispute_reversal,dp_1,pi_2,ch_2',
      'po_1,2026-06-03 00:00:00,txn_7,2026-06-02 14:00:00,usd,-2.00,0.00,-2.00,network_cost,nc_1,,',
    ];
    const reading = await readText('payout.csv', [titles, ...rows].join('\n'));
    expect(reading).toMatchObject({ provider: 'stripe', format: 'stripe-report', stableIds: true, rejected: [] });
    expect(lines(reading.entries)).toEqual([
      '2026-06-01 sale 100.00 3.20 96.80',
      '2026-06-01 refund -20.00 0.00 -20.00',
      '2026-06-01 hold -15.00 0.00 -15.00',
      '2026-06-02 release 15.00 0.00 15.00',
      '2026-06-02 chargeback -50.00 15.00 -65.00',
      '2026-06-02 chargeback 50.00 -15.00 65.00',
      '2026-06-02 fee -2.00 0.00 -2.00',
    ]);
    expect(reading.entries[0]).toMatchObject({
      at: '2026-06-01T23:30:00+00:00',
      currency: 'USD',
      settleDay: '2026-06-03',
    });
  });
  test('balance history', async () => {
    const reading = await readText(
      'balance.csv',
      [
        'id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Status,Description',
        'txn_1,charge,ch_1,100.00,3.20,96.80,eur,2026-06-01 10:00,2026-06-03 00:00,available,Order 1',
        'txn_2,stripe_fee,fee_1,-1.50,0.00,-1.50,eur,2026-06-01 11:00,2026-06-01 00:00,available,Radar (2026-05)',
        'txn_3,payout,po_1,-95.30,0.00,-95.30,eur,2026-06-03 10:00,2026-06-03 00:00,available,STRIPE PAYOUT',
        'txn_4,adjustment,dp_1,-50.00,15.00,-65.00,eur,2026-06-04 10:00,2026-06-04 00:00,available,Chargeback withdrawal for ch_1',
        'txn_5,adjustment,dp_1,50.00,0.00,50.00,eur,2026-06-05 10:00,2026-06-05 00:00,available,Chargeback reversal for ch_1',
        'txn_6,adjustment,adj_1,2.00,0.00,2.00,eur,2026-06-05 10:00,2026-06-05 00:00,available,Rounding',
      ].join('\n'),
    );
    expect(reading).toMatchObject({ provider: 'stripe', format: 'stripe-balance', rejected: [] });
    expect(lines(reading.entries)).toEqual([
      '2026-06-01 sale 100.00 3.20 96.80',
      '2026-06-01 fee -1.50 0.00 -1.50',
      '2026-06-03 settlement -95.30 0.00 -95.30',
      '2026-06-04 chargeback -50.00 15.00 -65.00',
      '2026-06-05 chargeback 50.00 0.00 50.00',
      '2026-06-05 adjustment 2.00 0.00 2.00',
    ]);
  });
  const API = 'id,amount,available_on,created,currency,description,fee,net,source,status,type';
  test('API objects: smallest units of the currency of each row', async () => {
    const reading = await readText(
      'balance_transactions.csv',
      [
        API,
        'txn_1,10000,2026-06-03,2026-06-01 10:00:00,usd,,320,9680,ch_1,available,charge',
        'txn_2,5000,2026-06-03,2026-06-01 10:00:00,jpy,,180,4820,ch_2,available,charge',
        'txn_3,5000,2026-06-03,2026-06-01 10:00:00,kwd,,180,4820,ch_3,available,charge',
      ].join('\n'),
    );
    expect(lines(reading.entries)).toEqual([
      '2026-06-01 sale 100.00 3.20 96.80',
      '2026-06-01 sale 5000.00 180.00 4820.00',
      '2026-06-01 sale 5.00 0.18 4.82',
    ]);
  });
  test('API objects with decimals contradict themselves', async () => {
    const row = 'txn_1,100.00,2026-06-03,2026-06-01 10:00:00,usd,,3.20,96.80,ch_1,available,charge';
    const reading = await readText('balance_transactions.csv', `${API}\n${row}`);
    expect(reading.entries).toEqual([]);
    expect(reading.rejected.map(({ reason }) => reason)).toEqual(['unit-conflict']);
  });
});

describe('PayPal', () => {
  const ACTIVITY = (
    'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Shipping Address,Address Status,Item Title,Item ID,Shipping and Handling Amount,Insurance Amount,' +
    'Sales Tax,Option 1 Name,Option 1 Value,Option 2 Name,Option 2 Value,Reference Txn ID,Invoice Number,Custom Number,Quantity,Receipt ID,Balance,Address Line 1,Address Line 2/District/Neighborhood,Town/City,' +
    'State/Province/Region/County/Territory/Prefecture/Republic,Zip/Postal Code,Country,Contact Phone Number,Subject,Note,Country Code,Balance Impact'
  ).split(',');
  const row = (over: Readonly<Record<string, string>>) => ({
    Time: '10:00:00',
    TimeZone: 'PDT',
    Status: 'Completed',
    Currency: 'USD',
    ...over,
  });
  test('activity: fees with a minus, Memo rows are no rows, the clock is the one named', async () => {
    const text = table(ACTIVITY, [
      row({
        Date: '06/01/2026',
        Type: 'Express Checkout Payment',
        Gross: '100.00',
        Fee: '-3.20',
        Net: '96.80',
        'Transaction ID': 'A1',
        Balance: '96.80',
        'Balance Impact': 'Credit',
      }),
      row({
        Date: '06/01/2026',
        Type: 'Authorization',
        Gross: '500.00',
        Fee: '0.00',
        Net: '500.00',
        'Transaction ID': 'A2',
        Balance: '96.80',
        'Balance Impact': 'Memo',
      }),
      row({
        Date: '06/15/2026',
        Type: 'Payment Refund',
        Gross: '-20.00',
        Fee: '0.58',
        Net: '-19.42',
        'Transaction ID': 'A3',
        Balance: '77.38',
        'Balance Impact': 'Debit',
      }),
      row({
        Date: '06/16/2026',
        Type: 'Hold on Balance for Dispute Investigation',
        Gross: '-10.00',
        Fee: '0.00',
        Net: '-10.00',
        'Transaction ID': 'A4',
        Balance: '67.38',
        'Balance Impact': 'Debit',
      }),
      row({
        Date: '06/17/2026',
        Type: 'General Withdrawal',
        Gross: '-50.00',
        Fee: '0.00',
        Net: '-50.00',
        'Transaction ID': 'A5',
        Balance: '17.38',
        'Balance Impact': 'Debit',
      }),
    ]);
    const reading = await readText('activity.csv', text);
    expect(reading).toMatchObject({ provider: 'paypal', format: 'paypal-activity', stableIds: true, rejected: [] });
    expect(lines(reading.entries)).toEqual([
      '2026-06-01 sale 100.00 3.20 96.80',
      '2026-06-15 refund -20.00 -0.58 -19.42',
      '2026-06-16 hold -10.00 0.00 -10.00',
      '2026-06-17 settlement -50.00 0.00 -50.00',
    ]);
    expect(reading.entries[0]?.at).toBe('2026-06-01T10:00:00-07:00');
    expect(reading.controls).toContainEqual(expect.objectContaining({ what: 'balance-runs', agrees: true }));
  });
  test('activity: an order of day and month that nothing decides is refused', async () => {
    const text = table(ACTIVITY, [
      row({
        Date: '05/06/2026',
        Type: 'Payment',
        Gross: '100.00',
        Fee: '-3.20',
        Net: '96.80',
        'Transaction ID': 'A1',
        'Balance Impact': 'Credit',
      }),
    ]);
    const reading = await readText('activity.csv', text);
    expect(reading.entries).toEqual([]);
    expect(reading.rejected.map(({ reason }) => reason)).toEqual(['bad-day']);
  });
  test('statement', async () => {
    const titles =
      'Date,Time,Time Zone,Description,Currency,Gross,Fee,Net,Balance,Transaction ID,From Email Address,Name,Bank Name,Bank Account,Shipping and Handling Amount,Sales Tax,Invoice ID,Reference Txn ID';
    const reading = await readText(
      'statement.csv',
      [
        titles,
        '15/06/2026,10:00:00,Europe/Berlin,Express Checkout Payment,EUR,"1.100,00","-33,20","1.066,80","1.066,80",B1,a@example.com,A,,,"0,00","0,00",I1,',
        '16/06/2026,10:00:00,Europe/Berlin,Mass Pay Payment,EUR,"-66,80","-1,00","-67,80","999,00",B2,,,,,"0,00","0,00",,',
      ].join('\n'),
    );
    expect(reading).toMatchObject({ provider: 'paypal', format: 'paypal-statement', rejected: [] });
    expect(lines(reading.entries)).toEqual([
      '2026-06-15 sale 1100.00 33.20 1066.80',
      '2026-06-16 transfer -66.80 1.00 -67.80',
    ]);
    expect(reading.entries[0]?.at).toBe('2026-06-15T10:00:00+02:00');
  });
});

describe('Adyen', () => {
  const TITLES =
    'Company Account,Merchant Account,Psp Reference,Merchant Reference,Payment Method,Creation Date,TimeZone,Type,Modification Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC),Exchange Rate,Net Currency,Net Debit (NC),Net Credit (NC),Commission (NC),Markup (NC),Scheme Fees (NC),Interchange (NC),Batch Number';
  const ROWS = [
    'Co,Shop,P1,M1,visa,2026-06-01 10:00:00,CEST,Settled,S1,EUR,,100.00,1,EUR,,98.50,,0.60,0.30,0.60,7',
    'Co,Shop,P2,M2,visa,2026-06-01 11:00:00,CEST,Refunded,S2,EUR,20.00,,1,EUR,20.10,,0.10,,,,7',
    'Co,Shop,P3,M3,visa,2026-06-01 12:00:00,CEST,Settled,S3,USD,,100.00,0.9,EUR,,88.50,,0.60,0.30,0.60,7',
    'Co,Shop,,,,2026-06-02 00:00:00,CEST,Fee,Transaction Fees,,,,,EUR,0.30,,,,,,7',
    'Co,Shop,,,,2026-06-02 00:00:00,CEST,MerchantPayout,"TX1, batch 7",,,,,EUR,166.60,,,,,,7',
  ];
  test('settlement details, in both orders of columns, after a filter preamble', async () => {
    const preamble =
      '\ufeffMerchant/Company,Start date,End date,Aggregation,Country codes\nShop,2026-06-01,2026-06-02,,\n';
    const expected = [
      '2026-06-01 sale 100.00 1.50 98.50',
      '2026-06-01 refund -20.00 0.10 -20.10',
      '2026-06-01 sale - 1.50 88.50',
      '2026-06-02 fee - - -0.30',
      '2026-06-02 settlement -166.60 - -166.60',
    ];
    const reading = await readText('settlement.csv', `${preamble}${TITLES}\n${ROWS.join('\n')}`);
    expect(reading).toMatchObject({ provider: 'adyen', format: 'adyen-settlement', rejected: [] });
    expect(lines(reading.entries)).toEqual(expected);
    expect(reading.entries[0]).toMatchObject({
      at: '2026-06-01T10:00:00+02:00',
      account: 'adyen:Shop',
      links: { batch: '7' },
    });
    const turned = [TITLES, ...ROWS.map((line) => line.replace('"TX1, batch 7"', 'TX1'))]
      .map((line) => line.split(',').reverse().join(','))
      .join('\n');
    expect(lines((await readText('settlement.csv', turned)).entries)).toEqual(expected);
  });
});

test('Square transactions: what was collected, fees with a minus, the rate of each row', async () => {
  const titles =
    'Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Card Entry Methods,Cash,Square Gift Card,Other Tender,Other Tender Type,Tender Note,Fees,Net Total,Transaction ID,Payment ID,Card Brand,PAN Suffix,Device Name,Staff Name,Staff ID,Details,Description,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Device Nickname,Third Party Fees,Deposit ID,Deposit Date,Deposit Details,Fee Percentage Rate,Fee Fixed Rate,Refund Reason,Discount Name,Transaction Status,Cash App,Order Reference ID,Fulfillment Note,Free Processing Applied,Channel,Unattributed Tips,Table Info,International Fee'.split(
      ',',
    );
  const reading = await readText(
    'transactions.csv',
    table(titles, [
      {
        Date: '2026-06-01',
        Time: '10:00:00',
        'Time Zone': 'Eastern Time (US & Canada)',
        'Gross Sales': '$30.00',
        Tip: '$2.00',
        'Total Collected': '$32.00',
        Card: '$32.00',
        Fees: '-$0.95',
        'Net Total': '$31.05',
        'Transaction ID': 'T1',
        'Payment ID': 'P1',
        'Event Type': 'Payment',
        'Fee Percentage Rate': '2.6',
        'Transaction Status': 'Complete',
        'Deposit Date': '2026-06-02',
      },
      {
        Date: '2026-06-01',
        Time: '11:00:00',
        'Time Zone': 'Eastern Time (US & Canada)',
        'Gross Sales': '-$10.00',
        'Total Collected': '-$10.00',
        Card: '-$10.00',
        Fees: '$0.26',
        'Net Total': '-$9.74',
        'Transaction ID': 'T1',
        'Payment ID': 'P2',
        'Event Type': 'Refund',
        'Transaction Status': 'Complete',
      },
    ]),
  );
  expect(reading).toMatchObject({ provider: 'square', format: 'square-transactions', rejected: [] });
  expect(lines(reading.entries)).toEqual(['2026-06-01 sale 32.00 0.95 31.05', '2026-06-01 refund -10.00 -0.26 -9.74']);
  expect(reading.entries[0]).toMatchObject({
    at: '2026-06-01T10:00:00-04:00',
    currency: 'USD',
    settleDay: '2026-06-02',
  });
});

test('SumUp: Payout is what is paid, Net is the price without tax', async () => {
  const titles =
    'Email,Date,Transaction ID,Transaction Type,Status,Card Type,Last 4 digits,Process as,Payment Method,Entry Mode,Auth code,Description,Total,Net,Tax amount,Tip Amount,Fee,Payout,Payout Date,Payout ID,Reference';
  const reading = await readText(
    'sumup.csv',
    [
      titles,
      'a@example.com,2026-06-01 10:00:00,T1,Sale,Successful,VISA,1234,DEBIT,POS,contactless,A1,Coffee,11.90,10.00,1.90,0.00,0.20,11.70,2026-06-03,9001,',
      'a@example.com,2026-06-01 12:00:00,T2,Refund,Successful,VISA,1234,DEBIT,POS,contactless,A1,Coffee,-11.90,-10.00,-1.90,0.00,0.00,-11.90,2026-06-03,9001,',
    ].join('\n'),
  );
  expect(reading).toMatchObject({ provider: 'sumup', format: 'sumup-transactions', rejected: [] });
  expect(lines(reading.entries)).toEqual(['2026-06-01 sale 11.90 0.20 11.70', '2026-06-01 refund -11.90 0.00 -11.90']);
  expect(reading.entries[0]?.at).toBeNull();
});
