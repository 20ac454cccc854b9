declare module '#fonts';
