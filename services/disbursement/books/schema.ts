// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'e33f8555358bc1ae';
