"""The least there can be: a window with Qt's own plain editor; for comparison."""

import sys
import time

import start_probe
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

application = QApplication(sys.argv[:1])
window = QMainWindow()
editor = start_probe.watched(QPlainTextEdit)(window)
window.setCentralWidget(editor)
window.resize(1000, 800)
window.show()
start_probe.quit_when(lambda: start_probe.said("key"), time.monotonic() + 20)
application.exec()
