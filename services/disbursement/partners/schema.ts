// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'd6b2f2b05f34331b';
