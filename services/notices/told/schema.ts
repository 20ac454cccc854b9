// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '01e5b8f65721d896';
