// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '51a773e88bc33dfc';
