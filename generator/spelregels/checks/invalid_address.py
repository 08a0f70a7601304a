"""An address does not start as an address does.

The site makes a link of it. Start it with https:// for a page, mailto: for an e-mail address or
tel: for a telephone number, without spaces.

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
