"""The one way in which marking a workbook fails."""


class TidakDapatDitandaiError(Exception):
    """A workbook cannot carry marks without losing something else; the message is an Indonesian clause."""
