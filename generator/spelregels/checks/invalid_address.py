"""An address does not start as an address does.

The site makes a link of it, and a link that does not start as an address leads nowhere.

Mend: Start a page with `https://`, an e-mail address with `mailto:` and a telephone number with
`tel:`, without spaces. Write a name on GitHub as `@name`.

Bad:

    # owners.yaml
    owners:
      - {id: shop-manager, name: Jo, role: Manager, side: business,
         contact: jo@shop.example}
      - {id: bookkeeper, name: Al, role: Bookkeeper, side: it}

Good:

    # owners.yaml
    owners:
      - {id: shop-manager, name: Jo, role: Manager, side: business,
         contact: "mailto:jo@shop.example"}
      - {id: bookkeeper, name: Al, role: Bookkeeper, side: it}
"""

from spelregels.diagnostics import Severity

CODE = "SR107"
SEVERITY = Severity.ERROR
