import { expect, test } from 'vitest';
import { addDays, daysBetween, firstDay, isDay, startOf } from '../../src/base/days';
import { fold } from '../../src/data/vocabulary';

test('days are added over months, years and leap days', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
  expect(daysBetween('2018-01-01', '2019-01-01')).toBe(365);
});

test('a span ends with its day and counts it', () => {
  expect(startOf('day', '2018-05-07')).toBe('2018-05-07');
  expect(startOf('week', '2018-05-07')).toBe('2018-05-01');
});

test.each([
  ['2018-05-07', true],
  ['2018-02-30', false],
  ['2018-5-7', false],
  ['', false],
])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});

test('a month, a year and a run of days begin somewhere', () => {
  expect(firstDay('2018')).toBe('2018-01-01');
  expect(firstDay('2018-05')).toBe('2018-05-01');
  expect(firstDay('2018-05-07/2018-05-09')).toBe('2018-05-07');
});

test('spellings that the press mixes are one', () => {
  expect(fold('الأردن')).toBe(fold('الاردن'));
  expect(fold('سوريـــة')).toBe(fold('سوريه'));
  expect(fold('Türkiye')).toBe('turkiye');
});
