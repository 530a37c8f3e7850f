import { partsOf, pathsWith, positionsOf } from 'c/billingHighlight';

describe('c-billing-highlight', () => {
  it('finds a term whatever its case', () => {
    expect(positionsOf('Ann, ann and ANN', ' ann ')).toEqual([0, 5, 13]);
  });

  it('finds nodes by name and by value', () => {
    const nodes = [
      { path: 'a', label: 'Active', value: null },
      { path: 'b', label: 'Status', value: 'ACTIVE' },
      { path: 'c', label: 'Other', value: '1' },
    ];

    expect(pathsWith(nodes, 'act')).toEqual(['a', 'b']);
    expect(pathsWith(nodes, '')).toEqual([]);
  });

  it('finds nothing without a term', () => {
    expect(positionsOf('text', '  ')).toEqual([]);
    expect(partsOf('text', '').map(({ text, isMatch }) => [text, isMatch])).toEqual([['text', false]]);
    expect(partsOf('', 'a')).toEqual([]);
  });

  it('loses no character of the text', () => {
    const text = 'aXbxXxc [x] $1 .*';

    for (const term of ['x', 'xx', '.*', '$1', '[', 'nothing']) {
      const parts = partsOf(text, term);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
    }
  });

  it('numbers the matches and marks no more than asked for', () => {
    const marked = partsOf('a-a-a-a', 'a', 2).filter(({ isMatch }) => isMatch);

    expect(marked.map(({ index }) => index)).toEqual([0, 1]);
  });
});
