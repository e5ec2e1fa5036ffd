namespace MedBench.Benchmarks;

/// <content>The table: little-endian 32-bit numbers in ascending order, as Base64.</content>
internal static partial class OfficialPubMedQaTest
{
    private const string Table =
        "fS6AAAU9MwIaCmICq9ovA2jkNAOEJpAD1d7HBeBe6QWMbJIHT0X1B74aAghKsekI1SzsCOnO8QgbQhgJUjYpCaz36Aks6fUJDX6+CrPs9gqwBUALkb1hC5W8" +
        "vQt/hB8M1FE4DNdwpgzlx+cMaummDROhvg2m+tcNh7kJDz34Sw9gbNAPukwdEKibLBC5L6QQP4/zEJUvYRHMvvkRzST2Ek2BKBMHTioTJfwvE8WbcxTGJosU" +
        "Z1UlFupNKhZD9qYW5x/0Fq7mFxdTVY0X/x9ZGGM8zxiiV98YGc6JGQd5nxknNcgZ0KL8GT/lDBrzUFca+hh2GoPSoBoHES0bbmw5G05Bixva7vMbcH0AHIzj" +
        "LBz1gJYcZNrFHLA/Dx3MMCYdwgRCHbUtYx1APdQdISd5HsLbIR8uZJUff9P1HyhXsCBd+70g/s3YINn1oCEWxPIhTtYWIg1+XCLOEIoigsEvI0ergSNRWtgj" +
        "JwNQJFE+jCSjmMEkWsXfJDgCECU1piAlIhxIJbJwASZutV8noxYMKJHEQik+iFEpn53IKRzg2SlyrOspLZfzKWNiBSonxhYru+HpK25kxix1a18tKKMVLjtv" +
        "ti40s70u1H4XMdohqzFcTy0zf4EFNC94rDSBGPI0j74RNg13TTZMw+k2ujU8N3zmSTdHM18413CNOB3fGjorxis6RUFDPOd0YDzxnVk95zUcPlFb0j6GI/Y+" +
        "qo1gPxxeez/b7Mo/gUPgP0QQ6UArdS9BhDHZQSW42kEC8SZCdF9TQomyw0JPPAREAxeQRPVOSkXr6aVF5n4JRtTX5kYGgOFIJpmxSYcx2EnnTPxJd9ccSpcs" +
        "Skr8PXhKwLR7Sp8hNUuXPmFLib6zS90eskx9o9tNGd/hTUjRB04wVzRO6PVdToiGwk7ZUDZP4DTeT1OFJ1CBHi1S5+M5UvSV41KUETxU9RSvVL7+OlXo2WRV" +
        "ILxlVZAQbVVU6aRV8pq1VQJnSVazllhWsL5oVgnSfFbRouhW4c8qV6smdVhUjlNZJFScWl2jgl0xy0deCcXaXqkmJ2Bg4ypih69mYryFk2Kogy1jzcEyZNDC" +
        "m2Wn2PtlSqUWZmxr42YTi/5mwUIWZ/kmQmf7yiZo71rBaDehKmvqVsNr+glXbDd2AG0Q7BttKN4nbTm8P222Y1ht4WpqbXfuAm6WMxNuQdiqb9JmEnAnUBNw" +
        "EVvBcA9BInEIYCpxdOAqcq02wXLXwAhzshEDdAdkF3VEe191p1g4dvLXX3a9x553+fRHeN7rtXjT/YB6IZKOeoOh53rJXiZ7RIWWe5QkAnxRtSd9KBuJfVBG" +
        "gYExnXKCEE6TgqbX0oNmDUSEZh2PhGAlBoXk+TeF0D55hYCQzYVDaOKFUUv7haYOSIZo6K2GahXahiCUBYcFoUSHbinbiPQ4WIlPBH2J2aG7iubwHI3lE0qN" +
        "twPbjdDcw44ZRUSQY0WRkNcsqpA5FeKQGLXnkJMhYZEGyXKRgxGZkR1K45GMKC+SJWrekvpQP5MPDpOTN/DhlRJYRZbPdL+WuIGRl3czjZise62Y7ECTmZrA" +
        "F5rXnl6ac6Hemlh3sJshBt2b6H+wnHVjyZyKkEydZC6QnbuUcJ4lr8ee6QrXnoBQ356dxuCeV1KKn/KOip+GmKSf9o0roCbuLqAy3GigIKDEoBIN56DONQmh" +
        "IJ8zoW/nfKLA6p2iHmfsolqVSqN+87Cj6lDVo+nCSqWRIaqlVvlIpoXxBaclW9Onh0FrqIEldKhPpLOoXbgsqRBISqmgF8Gp7g9CqtKr0Kq7DT2r4YFWqy1K" +
        "nqvAMi2tiulRrd5Npa5g9V+vJRMVsA+dY7DAoqKwCA42sXfJW7EXGJaxXBHtscl3sLIq4wG0EnLGtCT2ybSqe9C0VXP5tHa9LrXYCUO1qvxOteQHirVOkEC2" +
        "oCYZt3BArrfQBmC4jUBsuDL+7bg1I5S5+eYCukklOLqgWFy6a9BjupSQ17uHTWm8EVzFvcpDib5aVDK/jMJNvwr3yL8rQRnBukEmwYQfiMFyWu/CKRlRxAvx" +
        "YcQCBsfE4pVoxdg5ZcaFCobGXiSExw1bD8hf4IPIwA15yUMVpslMUFnKUc77yphBhMtyw4fLeO2qzJnLW834VGjN2cyKzfe/ys3rRJvO0vbJzkdW4M4F70bP" +
        "8cTA0LbGQ9GYykjSSoqt0n4s1NPbwTnUWdJe1JnDntXIysPVvRKG1mgUrdbTsenWaCNG16Ryn9f/G/HXps9K2L01JNk+SKDZt4Kq2aA1r9lEsLjZnCzp2Rew" +
        "Ads9VirbKSJY2zzxmNulB4rc6kIM3Zeqyt2AAxTezLKQ3k+mIN/4Iybf2V233z4hDeAyo8LhrkfT4o3NVOTfOHTkhKKK5H7IuOQM89DkXCIu5UGDh+WmPKfl" +
        "vTDC5gkC7+a7iEHn3TIC6Xz1Hunl0EjpeSF/6ShXwuuXO8/rs0SM7PmKrOz9iG3taa2N7vut4e6aEgzv3gYP70iqke/5jvzvCcFI8O5CUfB0EFzz6wsW9Ms4" +
        "cfR0TNz0NVk19ZTrX/W8Jbb1R+xS9z7PnvfiF1H4y3h6+J5a1vl559/5dcFs+tvjcvrIRnv6O4qt+mYPyfo1iNX6eTHs+5kp9/uxcSr8NAC2/IGSaP0bEyL+" +
        "3e1t/mVtkv62bKX+WdDP/pDx0v8=";
}
